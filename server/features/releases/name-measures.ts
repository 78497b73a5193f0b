import type { Frame } from '#shared/domain/benchmark/frame.ts';
import { namesOf, type ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { Context } from '../../platform/context.ts';

type Named = { readonly measures: readonly string[]; readonly attributes: Frame['attributes'] };

/** What measures and divisions are called in the instrument that is in use. */
export async function nameMeasures({ published, bundle }: Context, named: Named): Promise<ReleaseNames> {
  const { definition } = await published.currentInstrumentVersion();
  return namesOf(named, { definition, profile: bundle.firmProfileOptions });
}
