import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { asAdministrator, getOtherPerson, refuseUnlessAdministrator } from './access.ts';
import { describePeople, type PersonBody } from './list-people.ts';
import { deleteFactors, getMailbox } from './member-repository.ts';
import { lockAdministration } from './organisation-repository.ts';

const change = 'factors-reset';

/**
 * Takes away all second factors of somebody who has lost them: who has one changes it only after showing it. Never
 * one's own, and of two who reset each other at once the second has been signed out when its turn comes.
 */
export async function resetFactors(
  context: Context,
  access: AccessContext,
  { account, personId }: { account: Account; personId: string },
): Promise<PersonBody[]> {
  const people = await asAdministrator(context, access, async (tx) => {
    await lockAdministration(tx);
    await refuseUnlessAdministrator(tx);
    await getOtherPerson(tx, account, personId);
    if (!(await deleteFactors(tx, personId))) throw new DomainError('not-found');
    await recordAudit(tx, { action: 'factor-removed', objectKind: 'person', objectId: personId, detail: { change } });
    await tellPerson(context, tx, personId);
    return describePeople(tx);
  });
  context.wakeWorker();
  return people;
}

/** Who did not ask for it must hear of it: the mailbox alone now opens the account. */
async function tellPerson(context: Context, tx: Transaction, personId: string): Promise<void> {
  const { email, language } = await getMailbox(tx, personId);
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'factor-changed',
    recipient: email,
    language,
    facts: { change },
    createdAt: context.clock.now(),
  });
}
