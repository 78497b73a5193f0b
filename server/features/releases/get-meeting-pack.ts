import { dimensionTextKeys, scaleTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import { listReach } from '#shared/domain/routing/list-reach.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { FileMaker } from './file-maker.ts';
import type { FileStore } from './files/file-store.ts';
import { type PublicFile, sourceOf } from './get-release-file.ts';
import { type Beside, type CountedPopulation, digestOfBeside, type FollowUp } from './pack/beside.ts';
import { papersOf } from './pack/papers-of.ts';

/** What other features tell of in the papers. `listFollowUp` opens what an analyst of the region reads, to nobody else. */
export type PackSources = {
  readonly listPopulations: (context: Context) => Promise<{ readonly populations: readonly CountedPopulation[] }>;
  readonly listFollowUp: (context: Context, access: AccessContext, organisationId: string) => Promise<FollowUp>;
};

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
  if (pack === undefined || papersOf(source, pack) === undefined) throw new DomainError('not-found');
  return { source, pack };
}

async function tellBeside(context: Context, sources: PackSources, followUp: FollowUp | null): Promise<Beside> {
  const { catalogue } = await context.published.currentCatalogue();
  const { definition } = await context.published.currentInstrumentVersion();
  const areas = listReach(catalogue, definition.structure).map(({ dimension, levels }) => ({
    dimension,
    name: textOf(definition.texts, dimensionTextKeys.name(dimension), dimension),
    levels: levels.map(({ band, packages }) => ({
      band,
      name: textOf(definition.texts, scaleTextKeys.band(band), band),
      packages: packages.filter(({ takesMore }) => !takesMore).length,
    })),
  }));
  const { populations } = await sources.listPopulations(context);
  return { populations, catalogueVersion: catalogue.version, areas, followUp };
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
  const found = await findPack(context, wanted);
  const beside = await tellBeside(context, sources, null);
  const name = packName(wanted);
  const bytes = await store.keep(found.source, `${name} ${digestOfBeside(beside)}`, () =>
    maker.makePapers({ ...found, language, beside }),
  );
  return { name, mediaType, bytes };
}

/** A region's own copy, with what the regions follow up. It is made anew each time, and kept nowhere. */
export async function getRegionPack(
  context: Context,
  access: AccessContext,
  { organisationId, sources, maker, ...wanted }: WantedPack & MadeBy & { readonly organisationId: string },
): Promise<PublicFile> {
  const followUp = await sources.listFollowUp(context, access, organisationId);
  const { language } = wanted;
  const found = await findPack(context, wanted);
  const beside = await tellBeside(context, sources, followUp);
  const bytes = await maker.makePapers({ ...found, language, beside });
  return { name: packName(wanted, 'region-'), mediaType, bytes };
}
