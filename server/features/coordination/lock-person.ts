import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asAdministrator, getOtherPerson, refuseUnlessAdministrator } from './access.ts';
import { describePeople, type PersonBody } from './list-people.ts';
import { updatePersonToDisabled, updateSessionsToEnded } from './member-repository.ts';
import { lockAdministration } from './organisation-repository.ts';

/**
 * Locks an account, or opens it again. Never one's own, so that an administrator is always left: of two who lock each
 * other at once, the second has lost the right when its turn comes.
 */
export async function lockPerson(
  context: Context,
  access: AccessContext,
  input: { account: Account; personId: string; isDisabled: boolean },
): Promise<PersonBody[]> {
  const { account, personId, isDisabled } = input;
  return asAdministrator(context, access, async (tx) => {
    await lockAdministration(tx);
    await refuseUnlessAdministrator(tx);
    const person = await getOtherPerson(tx, account, personId);
    if (person.isDisabled !== isDisabled) {
      await updatePersonToDisabled(tx, personId, isDisabled ? context.clock.now() : null);
      const action = isDisabled ? 'account-locked' : 'account-unlocked';
      await recordAudit(tx, { action, objectKind: 'person', objectId: personId });
      if (isDisabled) await updateSessionsToEnded(tx, personId);
    }
    return describePeople(tx);
  });
}
