import type * as z from 'zod/mini';
import type { targetsDocumentSchema } from '#shared/contracts/targets.ts';
import type { FirmTarget } from '#shared/domain/scoring/targets.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findSubmitted, listTargetRows, type SubmittedRow, type TargetRow } from './repository.ts';

export type TargetsBody = z.input<typeof targetsDocumentSchema>;

/** The result, which there must be for anything to be aimed at. */
export async function getSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow> {
  const submitted = await findSubmitted(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return submitted;
}

export const standingTargets = (rows: readonly TargetRow[]): FirmTarget[] =>
  rows.flatMap(({ dimension, level }) => (level === null ? [] : [{ dimension, level }]));

/** 0 while nothing has been set. */
export const revisionOf = (rows: readonly TargetRow[]): number => Math.max(0, ...rows.map(({ revision }) => revision));

export function describeTargets(rows: readonly TargetRow[], { canSet }: Pick<SubmittedRow, 'canSet'>): TargetsBody {
  return {
    targets: standingTargets(rows),
    revision: revisionOf(rows),
    canChange: canSet,
  };
}

export async function getTargets(context: Context, access: AccessContext, responseId: string): Promise<TargetsBody> {
  return inTransaction(context.database, access, async (tx) => {
    const submitted = await getSubmitted(tx, responseId);
    return describeTargets(await listTargetRows(tx, submitted.firmId), submitted);
  });
}

/** What the firm of a response that the transaction opens aims at. */
export async function listOwnTargets(tx: Transaction, firmId: string): Promise<FirmTarget[]> {
  return standingTargets(await listTargetRows(tx, firmId));
}
