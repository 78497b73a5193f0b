import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { newAuthenticatorSecret } from '../../platform/identity/one-time-password.ts';
import { asPersonInTurn } from './access.ts';
import { deleteOfferedAuthenticators, insertAuthenticator } from './factor-repository.ts';
import { refuseWithoutShownFactor } from './factors.ts';

/** Beside the one in use, which stays until the new one has shown a code, and in place of any other begun before. */
export async function beginAuthenticator(
  context: Context,
  access: AccessContext,
): Promise<{ authenticatorId: string; secret: string; uri: string }> {
  return asPersonInTurn(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    const authenticatorId = context.identifiers.newId();
    const { secret, uri } = newAuthenticatorSecret(person.email);
    await deleteOfferedAuthenticators(tx, person.personId);
    await insertAuthenticator(tx, {
      authenticatorId,
      personId: person.personId,
      sealedSecret: await context.sealing.seal(secret),
      createdAt: context.clock.now(),
    });
    return { authenticatorId, secret, uri };
  });
}
