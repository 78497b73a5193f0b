import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { forgetOidcPurpose, readOidcPurpose } from '../../lib/begun-oidc.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useSignInProblemWords } from './use-sign-in-problem-words.ts';

export type OidcReturnPageProps = {
  hrefs: { signIn: string; account: string };
  onSignIn: (query: string) => Promise<void>;
  /** Connects the provider to the account of whoever is signed in. */
  onLink: (query: string) => Promise<void>;
};

/** Where the organisation's own sign-in sends the visitor back to. Nothing is sent before a click. */
export function OidcReturnPage({ hrefs, onSignIn, onLink }: OidcReturnPageProps) {
  const { t } = useLingui();
  const say = useSignInProblemWords();
  const { search } = useLocation();
  const [purpose] = useState(readOidcPurpose);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const reply = new URLSearchParams(search);
  const isReady = reply.has('code') && reply.has('state');
  const isLink = purpose === 'link';

  const finish = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await (isLink ? onLink : onSignIn)(search.slice(1));
      forgetOidcPurpose();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };

  return (
    <Page>
      <PageHeader
        title={isLink ? t`Connect your organisation's sign-in` : t`Sign in through your organisation`}
        lead={
          isReady
            ? t`Your organisation has confirmed who you are. Press the button to go on.`
            : t`Your organisation's sign-in was broken off, or let nobody in. Try again, or choose another way.`
        }
      />
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <ButtonRow>
        {isReady && (
          <Button isBusy={isBusy} onClick={() => void finish()}>
            <Trans>Continue</Trans>
          </Button>
        )}
        <ButtonLink to={isLink ? hrefs.account : hrefs.signIn} variant={isReady ? 'quiet' : 'primary'}>
          {isLink ? <Trans>Back to your account</Trans> : <Trans>Other ways of signing in</Trans>}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
