import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { consumePasskeyChallenge } from '../../platform/identity/challenges.ts';
import { getAccountBody } from '../../platform/identity/describe-account.ts';
import { renewSession } from '../../platform/identity/open-session.ts';
import { findPasskey, updatePasskeyUse } from '../../platform/identity/passkey-repository.ts';
import { checkPasskey, type UntrustedCredential } from '../../platform/identity/passkeys.ts';
import { asPersonInTurn } from './access.ts';
import type { Raised } from './show-second-factor.ts';

export type PasskeyProof = {
  readonly credential: UntrustedCredential;
  readonly origin: string;
  readonly browserSecret: string;
};

/** Whether one of the person's own passkeys signed what was asked. */
async function isProved(context: Context, tx: Transaction, personId: string, proof: PasskeyProof): Promise<boolean> {
  const { browserSecret, credential, origin } = proof;
  const challenge = await consumePasskeyChallenge(context, tx, 'passkey-step-up', { browserSecret, personId });
  const passkey = await findPasskey(tx, credential.id);
  if (challenge === undefined || passkey?.personId !== personId) return false;
  const signatureCounter = await checkPasskey(origin, credential, { challenge, passkey });
  if (signatureCounter === undefined) return false;
  return updatePasskeyUse(tx, passkey.passkeyId, { signatureCounter, usedAt: context.clock.now() });
}

export async function finishPasskeyStepUp(
  context: Context,
  access: AccessContext,
  proof: PasskeyProof,
): Promise<Raised> {
  const raised = await asPersonInTurn(context, access, async (tx, { personId, sessionId }) => {
    const object = { objectKind: 'session', objectId: sessionId };
    if (!(await isProved(context, tx, personId, proof))) {
      await recordAudit(tx, { action: 'second-factor-failed', ...object });
      return undefined;
    }
    await recordAudit(tx, { action: 'second-factor-shown', ...object, detail: { method: 'passkey' } });
    const session = await renewSession(context, tx, sessionId, true);
    return { account: await getAccountBody(context, tx), session };
  });
  if (raised === undefined) throw new DomainError('sign-in-refused');
  return raised;
}
