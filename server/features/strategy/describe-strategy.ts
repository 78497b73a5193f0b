import type * as z from 'zod/mini';
import type { strategyDocumentSchema } from '#shared/contracts/strategy.ts';
import type { Context } from '../../platform/context.ts';

/** The strategy that ships, its branches with the codes that stand for them in registers. */
export function describeStrategy({ bundle }: Context): z.input<typeof strategyDocumentSchema> {
  const sniOf = new Map(bundle.firmProfileOptions.branches.map(({ code, sni }) => [code, sni]));
  return {
    ...bundle.strategy,
    branches: bundle.strategy.branches.map((branch) => ({ ...branch, sni: sniOf.get(branch.branch) ?? [] })),
  };
}
