import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { describeFactors, type FactorsBody } from './factors.ts';

export async function listFactors(context: Context, access: AccessContext): Promise<FactorsBody> {
  return asPerson(context, access, (tx, { personId }) => describeFactors(tx, personId));
}
