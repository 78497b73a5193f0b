import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { rememberChallenge } from '../../platform/identity/challenges.ts';
import { listPasskeys } from '../../platform/identity/passkey-repository.ts';
import { offerPasskey } from '../../platform/identity/passkeys.ts';
import { asPerson } from './access.ts';
import { refuseWithoutShownFactor } from './factors.ts';

export async function beginPasskey(
  context: Context,
  access: AccessContext,
  input: { origin: string; browserSecret: string },
): Promise<{ options: Record<string, unknown> }> {
  return asPerson(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    const { personId } = person;
    const { options, challenge } = await offerPasskey(input.origin, person, await listPasskeys(tx, personId));
    await rememberChallenge(context, tx, 'passkey-registration', { ...input, personId }, { challenge });
    return { options };
  });
}
