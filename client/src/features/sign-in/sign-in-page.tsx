import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { SignInMethods } from './api.ts';
import { CodeSignIn } from './code-sign-in.tsx';
import { OtherWays } from './other-ways.tsx';
import { readPendingCode } from './pending-code.ts';
import { codeInFragment } from './sign-in-form.ts';
import { SignedInAlready } from './signed-in-already.tsx';

export type SignInHrefs = { demoPeople: string; goOn: string };
export type Errand = 'invitation' | 'claim' | 'page' | 'leaving';
export type SignInPageProps = {
  methods: SignInMethods;
  visitor: AccountDocument | null;
  /** What the visitor came for from another page, which gets them back. */
  cameFor: Errand | undefined;
  hrefs: SignInHrefs;
  /** One leaves this page to come back later, perhaps in another tab. */
  onLeave: () => void;
  onSignedIn: (account: AccountDocument) => void;
  onSignOut: () => Promise<void>;
};

/** The code of a mail's link. It goes out of the address bar and the history at once. */
function useCodeInLink(): string | undefined {
  const { hash } = useLocation();
  const inAddress = codeInFragment(hash);
  const [code, setCode] = useState(inAddress);
  if (inAddress !== undefined && inAddress !== code) setCode(inAddress);
  useLayoutEffect(() => {
    if (inAddress === undefined) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
  }, [inAddress]);
  return code;
}

function HasLeft() {
  return (
    <Notice tone="success" title={<Trans>You have left the firm</Trans>}>
      <p>
        <Trans>
          You are signed out, here and everywhere else. Your account is still there: sign in again to open it.
        </Trans>
      </p>
    </Notice>
  );
}

function SentHere({ cameFor }: { cameFor: Errand }) {
  if (cameFor === 'leaving') return <HasLeft />;
  if (cameFor !== 'page') {
    return (
      <Notice>
        <p>
          {cameFor === 'invitation' ? (
            <Trans>Sign in with the address that the invitation came to.</Trans>
          ) : (
            <Trans>Sign in, and then you save the answers.</Trans>
          )}
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={<Trans>You need to sign in to open that page</Trans>}>
      <p>
        <Trans>It opens once you have signed in, if it is yours to open. Answers you have given are kept.</Trans>
      </p>
    </Notice>
  );
}

function LinkOfAnother() {
  return (
    <Notice tone="warning">
      <p>
        <Trans>
          This browser has not asked for a code. The link works only in the browser where it was asked for; type the
          code there, or ask for a new one here.
        </Trans>
      </p>
    </Notice>
  );
}

/** Whose code the address carries. One that was asked for elsewhere does not work here. */
type CodeLink = 'none' | 'own' | 'foreign';

function linkOf(codeInLink: string | undefined): CodeLink {
  if (codeInLink === undefined) return 'none';
  return readPendingCode() === undefined ? 'foreign' : 'own';
}

function SignIn({ codeInLink, ...props }: SignInPageProps & { codeInLink: string | undefined }) {
  const { t } = useLingui();
  const [link, setLink] = useState(() => linkOf(codeInLink));
  const leads: Record<CodeLink, string | undefined> = {
    none: t`You need no account beforehand: the first time you sign in, you get one.`,
    own: t`The code from the mail is filled in. Press the button to sign in.`,
    foreign: undefined,
  };
  const onCodeSent = () => {
    setLink('none');
    props.onLeave();
  };
  return (
    <>
      <PageHeader title={t`Sign in`} lead={leads[link]} />
      {props.cameFor !== undefined && <SentHere cameFor={props.cameFor} />}
      {link === 'foreign' && <LinkOfAnother />}
      <CodeSignIn
        codeInLink={link === 'none' ? undefined : codeInLink}
        onCodeSent={onCodeSent}
        onSignedIn={props.onSignedIn}
      />
      <OtherWays
        methods={props.methods}
        demoHref={props.hrefs.demoPeople}
        onLeave={props.onLeave}
        onSignedIn={props.onSignedIn}
      />
    </>
  );
}

/** Nothing is sent before a click: scanners of mail follow links and run what is on the page. */
export function SignInPage(props: SignInPageProps) {
  const codeInLink = useCodeInLink();
  const { visitor, hrefs, onSignOut } = props;
  return (
    <Page>
      {visitor === null ? (
        <SignIn key={codeInLink} {...props} codeInLink={codeInLink} />
      ) : (
        <SignedInAlready account={visitor} goOnHref={hrefs.goOn} onSignOut={onSignOut} />
      )}
    </Page>
  );
}
