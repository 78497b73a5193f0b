import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type NewAuthenticator, sendNewAuthenticator } from './api.ts';
import { AuthenticatorSetup } from './authenticator-setup.tsx';
import { NewPasskeyForm } from './new-passkey-form.tsx';
import { ProofProvider, useAccountAction } from './proof.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

type SetupProps = {
  onShown: (account: AccountDocument) => void;
  /** A passkey raises the session without saying what the account is now. */
  onPasskeyAdded: () => Promise<void>;
};

function FirstSetup({ onShown, onPasskeyAdded }: SetupProps) {
  const [authenticator, setAuthenticator] = useState<NewAuthenticator>();
  const { isBusy, fault, run } = useAccountAction();
  if (authenticator !== undefined) {
    return (
      <Section title={<Trans>With an app in the phone</Trans>}>
        <AuthenticatorSetup authenticator={authenticator} hadCodes={false} onDone={onShown} />
      </Section>
    );
  }
  return (
    <>
      <Section title={<Trans>With an app in the phone</Trans>}>
        <p>
          <Trans>The app shows six figures that change every half minute. It works without a network.</Trans>
        </p>
        <FaultNotice fault={fault} />
        <ButtonRow>
          <Button isBusy={isBusy} onClick={() => run(async () => setAuthenticator(await sendNewAuthenticator()))}>
            <Trans>Connect an authenticator app</Trans>
          </Button>
        </ButtonRow>
      </Section>
      <Section title={<Trans>With a passkey</Trans>}>
        <p>
          <Trans>
            You unlock this device as usual, by finger, face or code, or touch a security key. Nothing to type.
          </Trans>
        </p>
        <NewPasskeyForm onAdded={onPasskeyAdded} />
      </Section>
    </>
  );
}

/** The codes are shown once, and the page may have been reloaded over them. */
function CodesMissed({ accountHref }: { accountHref: string }) {
  return (
    <p>
      <Trans>
        Did you not have time to keep the recovery codes? <Link to={accountHref}>Make new ones on your account.</Link>
      </Trans>
    </p>
  );
}

export type SecondFactorPageProps = SetupProps & {
  account: AccountDocument;
  goOnHref: string;
  accountHref: string;
  renderMailProof: (onProven: () => void) => ReactNode;
};

const hasSomething = ({ secondFactor }: AccountDocument): boolean =>
  secondFactor.hasAuthenticator || secondFactor.hasPasskey || secondFactor.recoveryCodesLeft > 0;

/** The second thing to show, for roles that take one: entered if there is one, set up if there is none. */
export function SecondFactorPage(props: SecondFactorPageProps) {
  const { account, goOnHref, accountHref, renderMailProof, ...setup } = props;
  const { t } = useLingui();
  // The page stays what it was when one came, also once the codes to keep are there.
  const [isSetUp] = useState(() => hasSomething(account));
  const [isDone] = useState(account.secondFactor.isShown);
  if (isDone) {
    return (
      <Page>
        <PageHeader title={t`Your second step is done`} />
        {account.secondFactor.hasAuthenticator && <CodesMissed accountHref={accountHref} />}
        <ButtonRow>
          <ButtonLink to={goOnHref}>
            <Trans>Go on</Trans>
          </ButtonLink>
        </ButtonRow>
      </Page>
    );
  }
  return (
    <Page>
      {isSetUp ? (
        <>
          <PageHeader
            title={t`One step more`}
            lead={t`Your role needs a second step besides the mailbox: something only you have.`}
          />
          <SecondFactorForm name="second-factor-code" secondFactor={account.secondFactor} onShown={setup.onShown} />
        </>
      ) : (
        <ProofProvider account={account} renderMailProof={renderMailProof}>
          <PageHeader
            title={t`Set up a second step`}
            lead={t`You can see or change more than your own firm, so somebody who gets into your mailbox must not get in here. Choose one; you can add the other later.`}
          />
          <FirstSetup {...setup} />
        </ProofProvider>
      )}
    </Page>
  );
}
