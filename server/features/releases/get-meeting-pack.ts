import { dimensionTextKeys, scaleTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import { listReach } from '#shared/domain/routing/list-reach.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
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

async function findPapers(context: Context, { audience, ...wanted }: WantedPack) {
  const pack = context.bundle.meetingPacks.find(({ code }) => code === audience);
  const source = await sourceOf(context, wanted);
  const papers = pack === undefined ? undefined : papersOf(source, pack);
  if (papers === undefined) throw new DomainError('not-found');
  return { source, papers };
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
  { store, sources, ...wanted }: WantedPack & { readonly store: FileStore; readonly sources: PackSources },
): Promise<PublicFile> {
  const { source, papers } = await findPapers(context, wanted);
  const beside = await tellBeside(context, sources, null);
  const name = packName(wanted);
  const bytes = await store.keep(source, `${name} ${digestOfBeside(beside)}`, () =>
    papers.make(wanted.language, beside),
  );
  return { name, mediaType, bytes };
}

/** A region's own copy, with what the regions follow up. It is made anew each time, and kept nowhere. */
export async function getRegionPack(
  context: Context,
  access: AccessContext,
  {
    organisationId,
    sources,
    ...wanted
  }: WantedPack & { readonly organisationId: string; readonly sources: PackSources },
): Promise<PublicFile> {
  const followUp = await sources.listFollowUp(context, access, organisationId);
  const { papers } = await findPapers(context, wanted);
  const bytes = await papers.make(wanted.language, await tellBeside(context, sources, followUp));
  return { name: packName(wanted, 'region-'), mediaType, bytes };
}
