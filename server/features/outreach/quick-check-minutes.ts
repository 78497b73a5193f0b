import type { Context } from '../../platform/context.ts';

/** How long the first form takes, which the start page begins with, as the site says it. */
export async function quickCheckMinutes(context: Context): Promise<string> {
  const { definition } = await context.published.currentInstrumentVersion();
  return String(definition.structure.forms[0]?.minutes ?? '');
}
