import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { stepOfCode } from '../../platform/identity/one-time-password.ts';
import { type OpenedSession, renewSession } from '../../platform/identity/open-session.ts';
import { asPersonInTurn } from './access.ts';
import { deleteAuthenticators, findOfferedAuthenticator, updateToConfirmed } from './factor-repository.ts';
import { refuseWithoutShownFactor, tellFactorChange } from './factors.ts';
import { giveRecoveryCodes } from './give-recovery-codes.ts';

const offerMinutes = 30;
const minuteMs = 60_000;

export type RaisedWithCodes = {
  readonly account: AccountBody;
  readonly session: OpenedSession;
  readonly recoveryCodes: readonly string[];
};

export async function confirmAuthenticator(
  context: Context,
  access: AccessContext,
  input: { authenticatorId: string; code: string },
): Promise<RaisedWithCodes> {
  const raised = await asPersonInTurn(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    const { personId } = person;
    const now = context.clock.now();
    const since = new Date(now.getTime() - offerMinutes * minuteMs);
    const offered = await findOfferedAuthenticator(tx, { personId, authenticatorId: input.authenticatorId, since });
    if (offered === undefined) throw new DomainError('not-found');
    const step = stepOfCode(await context.sealing.open(offered.sealedSecret), input.code, now);
    if (step === undefined) throw new DomainError('code-not-accepted');
    await deleteAuthenticators(tx, personId, offered.authenticatorId);
    await updateToConfirmed(tx, offered.authenticatorId, { confirmedAt: now, step });
    const recoveryCodes = await giveRecoveryCodes(context, tx, personId);
    await tellFactorChange(context, tx, person, 'authenticator-added');
    const session = await renewSession(context, tx, person.sessionId, true);
    return { account: await getAccountBody(context, tx), session, recoveryCodes };
  });
  context.wakeWorker();
  return raised;
}
