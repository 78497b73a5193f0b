import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { ClaimDone } from './claim-done.tsx';
import { ClaimForm } from './claim-form.tsx';
import type { FirmForms } from './firm-responses.tsx';

export type ClaimHrefs = {
  signIn: string;
  account: string;
  resume: string;
  overview: string;
  result: string;
  firm: (firmId: string) => string;
  access: (firmId: string) => string;
};

type ClaimPageProps = {
  /** Null where this browser, and who is signed in in it, open nothing. */
  response: ResponseDocument | null;
  /** Who is signed in; null when nobody is. */
  email: string | null;
  firms: readonly FirmSummary[];
  forms: FirmForms;
  hrefs: ClaimHrefs;
  onClaimed: () => void;
};

function SignInFirst({ hrefs }: { hrefs: ClaimHrefs }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`Save under your e-mail`}
        lead={t`Sign in with a code that we send you. Then you see what it means, and decide.`}
      />
      <ul>
        <li>
          <Trans>You reach the answers on any device, by your e-mail.</Trans>
        </li>
        <li>
          <Trans>You can invite colleagues, and decide who outside the firm may see anything.</Trans>
        </li>
        <li>
          <Trans>Until you decide it, nobody outside the firm sees anything.</Trans>
        </li>
      </ul>
      <ButtonRow>
        <ButtonLink to={hrefs.signIn}>
          <Trans>Sign in by e-mail</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function NothingHere({ email, hrefs }: { email: string; hrefs: ClaimHrefs }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`There is nothing to save here`}
        lead={t`The answers belong to another account or to another browser. You are signed in as ${email}.`}
      />
      <ButtonRow>
        <ButtonLink to={hrefs.resume}>
          <Trans>Open a secret link</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.account} variant="secondary">
          <Trans>Your account</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function ExampleStays({ hrefs }: { hrefs: ClaimHrefs }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`An example cannot be saved`}
        lead={t`The firm is simulated. What you answer about your own firm can be saved under your e-mail.`}
      />
      <ButtonRow>
        <ButtonLink to={hrefs.result}>
          <Trans>Back to the result</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function Content({ response, email, firms, forms, hrefs, onClaimed }: ClaimPageProps) {
  const [claimed, setClaimed] = useState<ResponseDocument | null>(null);
  const now = claimed ?? response;
  if (now !== null && now.firmId !== null) {
    return <ClaimDone response={now} firmId={now.firmId} email={email} isNew={claimed !== null} hrefs={hrefs} />;
  }
  if (response?.isSimulated) return <ExampleStays hrefs={hrefs} />;
  if (email === null) return <SignInFirst hrefs={hrefs} />;
  if (response === null) return <NothingHere email={email} hrefs={hrefs} />;
  const claim = (document: ResponseDocument) => {
    setClaimed(document);
    onClaimed();
  };
  return <ClaimForm {...{ response, email, firms, forms, hrefs }} onClaimed={claim} />;
}

/** Where answers that only a key opens come to belong to an account. */
export function ClaimPage(props: ClaimPageProps) {
  return (
    <Page>
      <Content {...props} />
    </Page>
  );
}
