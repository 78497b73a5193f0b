import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { consumePasskeyChallenge } from '../../platform/identity/challenges.ts';
import { type OpenedSession, renewSession } from '../../platform/identity/open-session.ts';
import { findPasskey, insertPasskey } from '../../platform/identity/passkey-repository.ts';
import { checkNewPasskey, type UntrustedCredential } from '../../platform/identity/passkeys.ts';
import { asPersonInTurn } from './access.ts';
import { describeFactors, type FactorsBody, refuseWithoutShownFactor, tellFactorChange } from './factors.ts';

export type PasskeyOffer = {
  readonly name: string;
  readonly credential: UntrustedCredential;
  readonly origin: string;
  readonly browserSecret: string;
};

export async function addPasskey(
  context: Context,
  access: AccessContext,
  input: PasskeyOffer,
): Promise<{ factors: FactorsBody; session: OpenedSession }> {
  const added = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId, sessionId } = person;
    refuseWithoutShownFactor(context, person);
    const { browserSecret } = input;
    const challenge = await consumePasskeyChallenge(context, tx, 'passkey-registration', { browserSecret, personId });
    if (challenge === undefined) throw new DomainError('sign-in-refused');
    const made = await checkNewPasskey(input.origin, input.credential, challenge);
    if (made === undefined) throw new DomainError('sign-in-refused');
    if ((await findPasskey(tx, made.credentialId)) !== undefined) throw new DomainError('already-in-use');
    const passkeyId = context.identifiers.newId();
    await insertPasskey(tx, { ...made, passkeyId, personId, name: input.name, createdAt: context.clock.now() });
    await tellFactorChange(context, tx, person, 'passkey-added');
    const session = await renewSession(context, tx, sessionId, true);
    return { factors: await describeFactors(tx, personId), session };
  });
  context.wakeWorker();
  return added;
}
