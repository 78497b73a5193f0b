import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { rememberChallenge } from '../../platform/identity/challenges.ts';
import { askForPasskey } from '../../platform/identity/passkeys.ts';

export async function beginPasskey(
  context: Context,
  input: { origin: string; browserSecret: string },
): Promise<{ options: Record<string, unknown> }> {
  const { options, challenge } = await askForPasskey(input.origin);
  await inTransaction(context.database, { surface: 'identity' }, (tx) =>
    rememberChallenge(context, tx, 'passkey-sign-in', input, { challenge }),
  );
  return { options };
}
