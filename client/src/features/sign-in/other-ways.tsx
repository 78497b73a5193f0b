import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { hasPasskeys } from '../../lib/passkey.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { leaveForSignIn, type SignInMethods, signInWithPasskey } from './api.ts';
import { useSignInProblemWords } from './use-sign-in-problem-words.ts';

type OtherWaysProps = {
  methods: SignInMethods;
  demoHref: string;
  onLeave: () => void;
  onSignedIn: (account: AccountDocument) => void;
};

type Way = 'passkey' | 'oidc';

/** The ways that need no mail: a passkey, the organisation's own sign-in, and in a demo its made-up people. */
export function OtherWays({ methods, demoHref, onLeave, onSignedIn }: OtherWaysProps) {
  const localise = useLocalised();
  const language = useLanguage();
  const say = useSignInProblemWords();
  const [busy, setBusy] = useState<Way>();
  const [failure, setFailure] = useState<unknown>(null);
  const { oidc, hasDemoPeople } = methods;
  const provider = oidc === null ? '' : localise(oidc);
  if (!hasPasskeys() && oidc === null && !hasDemoPeople) return null;

  const run = async (way: Way, work: () => Promise<void>) => {
    setBusy(way);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    }
    setBusy(undefined);
  };
  const withPasskey = () => run('passkey', async () => onSignedIn(await signInWithPasskey()));
  const withProvider = () =>
    run('oidc', async () => {
      onLeave();
      await leaveForSignIn(language);
    });

  return (
    <Section title={<Trans>Other ways</Trans>}>
      <ButtonRow>
        {hasPasskeys() && (
          <Button variant="secondary" isBusy={busy === 'passkey'} onClick={() => void withPasskey()}>
            <Trans>Sign in with a passkey</Trans>
          </Button>
        )}
        {oidc !== null && (
          <Button variant="secondary" isBusy={busy === 'oidc'} onClick={() => void withProvider()}>
            <Trans>Sign in with {provider}</Trans>
          </Button>
        )}
        {hasDemoPeople && (
          <ButtonLink to={demoHref} variant="secondary">
            <Trans>Sign in as one of the demo's people</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
    </Section>
  );
}
