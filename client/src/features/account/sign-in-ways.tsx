import { Trans } from '@lingui/react/macro';
import type { Factors } from '#shared/contracts/second-factor.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Authenticator } from './authenticator.tsx';
import { Identities } from './identities.tsx';
import { Passkeys } from './passkeys.tsx';

type SignInWaysProps = { account: AccountDocument; factors: Factors; oidc: LocalisedText | null };

/** What one can sign in with besides a code by e-mail. */
export function SignInWays({ account, factors, oidc }: SignInWaysProps) {
  return (
    <Section
      title={<Trans>Other ways to sign in</Trans>}
      lead={
        account.secondFactor.isNeeded ? (
          <Trans>Your role needs a second step. Have two ways, so that a lost phone does not shut you out.</Trans>
        ) : (
          <Trans>A code by e-mail is always enough for your own firm. These are faster, or safer.</Trans>
        )
      }
    >
      <Authenticator factors={factors} />
      <Passkeys passkeys={factors.passkeys} />
      <Identities identities={factors.identities} oidc={oidc} />
    </Section>
  );
}
