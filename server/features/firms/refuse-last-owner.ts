import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { listMembers } from './membership-repository.ts';

/** Of an owner who is about to be one no longer: somebody else must be. */
export async function refuseLastOwner(tx: Transaction, firmId: string): Promise<void> {
  const owners = (await listMembers(tx, firmId)).filter(({ role }) => role === 'owner');
  if (owners.length === 1) throw new DomainError('last-of-its-kind');
}
