import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { type AccessContext, inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { FileMaker } from './file-maker.ts';
import type { FileStore } from './files/file-store.ts';
import { type PublicFile, sourceOf } from './get-release-file.ts';
import { digestOfBeside } from './pack/beside.ts';
import { papersOf } from './pack/papers-of.ts';
import { nameOfRegion } from './repository.ts';
import { type PackSources, tellBeside } from './tell-beside.ts';

type WantedPack = {
  readonly releaseNumber: string;
  readonly origin: string;
  readonly audience: string;
  readonly language: Language;
};

export type MadeBy = { readonly sources: PackSources; readonly maker: FileMaker };

async function findPack(context: Context, { audience, ...wanted }: WantedPack) {
  const pack = context.bundle.meetingPacks.find(({ code }) => code === audience);
  const source = await sourceOf(context, wanted);
  const papers = pack === undefined ? undefined : papersOf(source, pack);
  if (pack === undefined || papers === undefined) throw new DomainError('not-found');
  return { made: { source, pack }, tellsFollowUp: papers.tellsFollowUp };
}

const packName = ({ releaseNumber, audience, language }: WantedPack, kind = ''): string =>
  `mattstock-release-${releaseNumber}-${audience}-${kind}${language}.pdf`;
const mediaType = 'application/pdf';

/** Papers for everybody. They stay the same until the catalogue or the tables of how many firms there are change. */
export async function getMeetingPack(
  context: Context,
  { store, sources, maker, ...wanted }: WantedPack & MadeBy & { readonly store: FileStore },
): Promise<PublicFile> {
  const { language } = wanted;
  const { made } = await findPack(context, wanted);
  const beside = await tellBeside(context, sources);
  const name = packName(wanted);
  const bytes = await store.keep(made.source, `${name} ${digestOfBeside(beside)}`, () =>
    maker.makePapers({ ...made, language, beside }),
  );
  return { name, mediaType, bytes };
}

/** A region's own copy, of papers with what the regions follow up. It is made anew each time, and kept nowhere. */
export async function getRegionPack(
  context: Context,
  access: AccessContext,
  { organisationId, sources, maker, ...wanted }: WantedPack & MadeBy & { readonly organisationId: string },
): Promise<PublicFile> {
  const followUp = await sources.listFollowUp(context, access, organisationId);
  const { language } = wanted;
  const { made, tellsFollowUp } = await findPack(context, wanted);
  if (!tellsFollowUp) throw new DomainError('not-found');
  const madeFor = await inTransaction(context.database, access, (tx) => nameOfRegion(tx, organisationId));
  const beside = await tellBeside(context, sources, { ...followUp, madeFor });
  const bytes = await maker.makePapers({ ...made, language, beside });
  return { name: packName(wanted, 'region-'), mediaType, bytes };
}
