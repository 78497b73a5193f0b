import type * as z from 'zod/mini';
import type { personSummarySchema } from '#shared/contracts/coordination.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asAdministrator } from './access.ts';
import { listPersonRows } from './member-repository.ts';

export type PersonBody = z.input<typeof personSummarySchema>;

export async function describePeople(tx: Transaction): Promise<PersonBody[]> {
  return (await listPersonRows(tx)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

export async function listPeople(context: Context, access: AccessContext): Promise<PersonBody[]> {
  return asAdministrator(context, access, describePeople);
}
