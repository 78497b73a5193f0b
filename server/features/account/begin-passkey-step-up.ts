import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { rememberChallenge } from '../../platform/identity/challenges.ts';
import { listPasskeys } from '../../platform/identity/passkey-repository.ts';
import { askForPasskey } from '../../platform/identity/passkeys.ts';
import { asPerson } from './access.ts';

export async function beginPasskeyStepUp(
  context: Context,
  access: AccessContext,
  input: { origin: string; browserSecret: string },
): Promise<{ options: Record<string, unknown> }> {
  return asPerson(context, access, async (tx, { personId }) => {
    const passkeys = await listPasskeys(tx, personId);
    if (passkeys.length === 0) throw new DomainError('not-found');
    const { options, challenge } = await askForPasskey(input.origin, passkeys);
    await rememberChallenge(context, tx, 'passkey-step-up', { ...input, personId }, { challenge });
    return { options };
  });
}
