import { judge } from '#shared/domain/access/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { findPerson, type PersonRow } from './member-repository.ts';
import type { OrganisationRow } from './organisation-repository.ts';
import { findOrganisation, getStanding } from './organisation-repository.ts';

/** An administrator manages every organisation, a manager the own one; to everybody else there is nothing here. */
export function refuseUnlessManaging(account: Account, organisationId?: string): void {
  const rulings = [judge(account, 'manage-organisations'), judge(account, 'manage-provider', organisationId)];
  if (rulings.includes('allowed')) return;
  throw new DomainError(rulings.includes('second-factor-missing') ? 'second-factor-required' : 'not-found');
}

/** Runs the work for somebody whose session still holds; which rows it reaches the policies say. Runs again if need be. */
export async function asManager<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      const { isSignedIn } = await getStanding(tx);
      if (!isSignedIn) throw new DomainError('sign-in-required');
      return work(tx);
    },
    { isRetriable: true },
  );
}

/** The same for work that only an administrator may do, whose right may have ended since the request came in. */
export async function asAdministrator<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return asManager(context, access, async (tx) => {
    await refuseUnlessAdministrator(tx);
    return work(tx);
  });
}

export async function refuseUnlessAdministrator(tx: Transaction): Promise<void> {
  const { isSignedIn, isAdministrator } = await getStanding(tx);
  if (!isSignedIn) throw new DomainError('sign-in-required');
  if (!isAdministrator) throw new DomainError('not-found');
}

export async function getOrganisationRow(tx: Transaction, organisationId: string): Promise<OrganisationRow> {
  const organisation = await findOrganisation(tx, organisationId);
  if (organisation === undefined) throw new DomainError('not-found');
  return organisation;
}

/** Somebody else than oneself: one's own account is looked after on its own page. */
export async function getOtherPerson(tx: Transaction, account: Account, personId: string): Promise<PersonRow> {
  const person = await findPerson(tx, personId);
  if (person === undefined) throw new DomainError('not-found');
  if (personId !== account.personId) return person;
  throw new DomainError('invalid-request', { fields: [{ path: 'params/personId', code: 'own-account' }] });
}
