import type { Language } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { asPerson } from './access.ts';
import { updatePerson } from './session-repository.ts';

export async function changeAccount(
  context: Context,
  access: AccessContext,
  change: { name: string; language: Language },
): Promise<AccountBody> {
  return asPerson(context, access, async (tx, { personId }) => {
    await updatePerson(tx, personId, change);
    await recordAudit(tx, { action: 'account-changed', objectKind: 'person', objectId: personId });
    return getAccountBody(context, tx);
  });
}
