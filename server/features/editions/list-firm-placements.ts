import type * as z from 'zod/mini';
import type { listFirmPlacements as endpoint } from '#shared/contracts/placements.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeFacts } from './describe-edition.ts';
import { isMember, listOwn, listUnnamedWith, type OwnPlacementRow } from './own-placement-repository.ts';

export type FirmPlacementsBody = z.input<(typeof endpoint.responses)[200]>;

/** Everything that providers have asked the firm into, and what came of it. */
export async function listFirmPlacements(
  context: Context,
  access: AccessContext,
  firmId: string,
): Promise<FirmPlacementsBody> {
  return inTransaction(context.database, access, async (tx) => {
    if (!(await isMember(tx, firmId))) throw new DomainError('not-found');
    return describeOwn(context, tx, firmId);
  });
}

export async function describeOwn(context: Context, tx: Transaction, firmId: string): Promise<FirmPlacementsBody> {
  const placements: FirmPlacementsBody['placements'] = [];
  for (const row of await listOwn(tx, firmId)) placements.push(await describeOne(context, row));
  return { placements, unnamedWith: await listUnnamedWith(tx, firmId) };
}

async function describeOne(
  context: Context,
  { edition, named, statusSince, waitingSince, ...row }: OwnPlacementRow,
): Promise<FirmPlacementsBody['placements'][number]> {
  const isIn = row.status === 'placed' || row.status === 'completed';
  return {
    ...row,
    statusSince: statusSince.toISOString(),
    waitingSince: waitingSince?.toISOString() ?? null,
    edition: await describeFacts(context, edition),
    group: isIn ? { size: edition.placed, named } : null,
  };
}
