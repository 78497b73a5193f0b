import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { rememberChallenge } from '../../platform/identity/challenges.ts';
import { asPerson } from './access.ts';
import { refuseWithoutShownFactor } from './factors.ts';

export async function beginOidcLink(
  context: Context,
  access: AccessContext,
  input: { origin: string; browserSecret: string; language: Language },
): Promise<{ url: string }> {
  if (context.oidc === undefined) throw new DomainError('not-found');
  const { url, remembered } = await context.oidc.begin(input.origin, input.language);
  await asPerson(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    await rememberChallenge(context, tx, 'oidc-link', { ...input, personId: person.personId }, remembered);
  });
  return { url };
}
