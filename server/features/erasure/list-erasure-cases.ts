import type * as z from 'zod/mini';
import type { erasureCaseSchema } from '#shared/contracts/erasure.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asAdministrator } from './access.ts';
import { type CaseRow, listCaseRows } from './case-repository.ts';
import { describeRequest } from './describe-request.ts';

export type CaseBody = z.input<typeof erasureCaseSchema>;

/** Settled ones beyond this many are in the audit log. */
const most = 200;

function describeCase(row: CaseRow, now: Date): CaseBody {
  return {
    ...describeRequest(row),
    isOverdue: row.status === 'received' && row.dueAt < now,
    isOwn: row.isOwn,
    subject: row.subject,
    mail: row.mailStatus,
  };
}

export async function describeCases(tx: Transaction, now: Date): Promise<CaseBody[]> {
  return (await listCaseRows(tx, most)).map((row) => describeCase(row, now));
}

export async function listErasureCases(context: Context, access: AccessContext): Promise<CaseBody[]> {
  return asAdministrator(context, access, (tx) => describeCases(tx, context.clock.now()));
}
