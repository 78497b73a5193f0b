import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Factors } from '#shared/contracts/second-factor.ts';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './account.module.css';
import { type NewAuthenticator, sendAuthenticatorRemoval, sendNewAuthenticator, sendNewRecoveryCodes } from './api.ts';
import { AuthenticatorSetup } from './authenticator-setup.tsx';
import { useAccountAction } from './proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RemovalDialog } from './removal-dialog.tsx';

type Step =
  | { readonly kind: 'none' }
  | { readonly kind: 'setup'; readonly authenticator: NewAuthenticator }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

const headingId = 'authenticator-heading';

function Standing({ since, codesLeft }: { since: string | null; codesLeft: number }) {
  const language = useLanguage();
  if (since === null) {
    return (
      <p>
        <Trans>No app is connected. It shows six figures to write when you sign in.</Trans>
      </p>
    );
  }
  const day = formatDate(new Date(since), language);
  return (
    <p>
      <Trans>In use since {day}.</Trans> <Trans>Recovery codes left: {codesLeft}.</Trans>
    </p>
  );
}

/** The authenticator app and the codes for when it is gone. */
export function Authenticator({ factors }: { factors: Factors }) {
  const { revalidate } = useRevalidator();
  const focusAfter = useFocusAfter();
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const [isRemoving, setRemoving] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  const { authenticatorSince, recoveryCodesLeft } = factors;
  const hadCodes = authenticatorSince !== null || recoveryCodesLeft > 0;
  const begin = () => run(async () => setStep({ kind: 'setup', authenticator: await sendNewAuthenticator() }));
  const renew = () => run(async () => setStep({ kind: 'codes', codes: (await sendNewRecoveryCodes()).recoveryCodes }));
  const finish = async () => {
    await revalidate();
    setStep({ kind: 'none' });
    focusAfter(() => document.getElementById(headingId));
  };

  if (step.kind === 'setup') {
    return <AuthenticatorSetup authenticator={step.authenticator} hadCodes={hadCodes} onDone={() => void finish()} />;
  }
  if (step.kind === 'codes')
    return <RecoveryCodes codes={step.codes} hadEarlier={hadCodes} onKept={() => void finish()} />;
  return (
    <div className={styles.form}>
      <h3 id={headingId} tabIndex={-1} className={styles.heading}>
        <Trans>Authenticator app</Trans>
      </h3>
      <Standing since={authenticatorSince} codesLeft={recoveryCodesLeft} />
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button variant="secondary" isBusy={isBusy} onClick={begin}>
          {authenticatorSince === null ? <Trans>Connect an authenticator app</Trans> : <Trans>Change the app</Trans>}
        </Button>
        {authenticatorSince !== null && (
          <>
            <Button variant="secondary" isBusy={isBusy} onClick={renew}>
              <Trans>New recovery codes</Trans>
            </Button>
            <Button variant="quiet" onClick={() => setRemoving(true)}>
              <Trans>Remove the app</Trans>
            </Button>
          </>
        )}
      </ButtonRow>
      <RemovalDialog
        isOpen={isRemoving}
        title={<Trans>Remove the authenticator app?</Trans>}
        remove={async () => {
          await sendAuthenticatorRemoval();
          await finish();
        }}
        onClose={() => setRemoving(false)}
      >
        <Trans>Its recovery codes stop working, too.</Trans>
      </RemovalDialog>
    </div>
  );
}
