import type { Context } from '../../platform/context.ts';

/** The dimensions of the instrument in use, which a release may tell of, in its order. */
export async function listMeasures({ published }: Context): Promise<string[]> {
  const { definition } = await published.currentInstrumentVersion();
  return definition.structure.dimensions.map(({ code }) => code);
}
