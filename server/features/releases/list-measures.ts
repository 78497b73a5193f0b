import { listMeasureCodes } from '#shared/domain/benchmark/measure-code.ts';
import type { Context } from '../../platform/context.ts';

/** What a release may tell of by the instrument in use. */
export async function listMeasures({ published }: Context): Promise<string[]> {
  const { definition } = await published.currentInstrumentVersion();
  return listMeasureCodes(definition.structure);
}
