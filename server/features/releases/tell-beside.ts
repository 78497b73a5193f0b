import { dimensionTextKeys, scaleTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import { listReach } from '#shared/domain/routing/list-reach.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import type { Beside, CountedPopulation, FollowUp } from './pack/beside.ts';

/** What other features tell of in the papers. `listFollowUp` opens what an analyst of the region reads, to nobody else. */
export type PackSources = {
  readonly listPopulations: (context: Context) => Promise<{ readonly populations: readonly CountedPopulation[] }>;
  readonly listFollowUp: (
    context: Context,
    access: AccessContext,
    organisationId: string,
  ) => Promise<Omit<FollowUp, 'madeFor'>>;
};

/** What stands beside a release today: for everybody, or with what a region follows up. */
export async function tellBeside(
  context: Context,
  { listPopulations }: PackSources,
  followUp: FollowUp | null = null,
): Promise<Beside> {
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
  const { populations } = await listPopulations(context);
  return { populations, catalogueVersion: catalogue.version, areas, followUp };
}
