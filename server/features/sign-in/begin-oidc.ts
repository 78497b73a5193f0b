import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { rememberChallenge } from '../../platform/identity/challenges.ts';

export async function beginOidc(
  context: Context,
  input: { origin: string; browserSecret: string; language: Language },
): Promise<{ url: string }> {
  if (context.oidc === undefined) throw new DomainError('not-found');
  const { url, remembered } = await context.oidc.begin(input.origin, input.language);
  await inTransaction(context.database, { surface: 'identity' }, (tx) =>
    rememberChallenge(context, tx, 'oidc-sign-in', input, remembered),
  );
  return { url };
}
