import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listAdvisorRows } from './referral-repository.ts';

/** Whoever asks is one of them; for everybody else there is no such organisation. */
export async function listAdvisors(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<{ personId: string; name: string | null }[]> {
  const advisors = await inTransaction(context.database, access, (tx) => listAdvisorRows(tx, organisationId));
  if (advisors.length === 0) throw new DomainError('not-found');
  return advisors;
}
