import type * as z from 'zod/mini';
import type { getReleaseTrend } from '#shared/contracts/release-trend.ts';
import { likenessOf } from '#shared/domain/benchmark/likeness.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findPublishedRelease } from './repository.ts';
import { listTrendPoints } from './trend-repository.ts';

export type Wanted = { readonly number: number; readonly measure: string; readonly group: string };

/** From nothing but what is published: the figure as each release has it. */
export async function getTrend(
  { database }: Context,
  wanted: Wanted,
): Promise<z.input<(typeof getReleaseTrend.responses)[200]>> {
  return inTransaction(database, nobody, async (tx) => {
    const asked = await findPublishedRelease(tx, wanted.number);
    if (asked === undefined) throw new DomainError('not-found');
    if ('kind' in asked.spec) return { points: [] };
    const about = asked.spec;
    const rows = await listTrendPoints(tx, wanted);
    const points = rows.map(({ spec, ...point }) => ({
      ...point,
      likeness: point.number === wanted.number ? ('alike' as const) : likenessOf(spec, about, wanted),
    }));
    return { points };
  });
}
