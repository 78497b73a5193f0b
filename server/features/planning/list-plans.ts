import type * as z from 'zod/mini';
import type { listPlans as listPlansEndpoint } from '#shared/contracts/plans.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { listPlanRows } from './plan-repository.ts';

type Body = z.input<(typeof listPlansEndpoint.responses)[200]>;

const most = 50;

export async function listPlans(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<Body['plans']> {
  const rows = await asStaffOf(context, access, { organisationId }, (tx) => listPlanRows(tx, organisationId, most));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
