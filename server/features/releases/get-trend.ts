import type * as z from 'zod/mini';
import type { getReleaseTrend } from '#shared/contracts/release-trend.ts';
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
    if ((await findPublishedRelease(tx, wanted.number)) === undefined) throw new DomainError('not-found');
    return { points: await listTrendPoints(tx, wanted) };
  });
}
