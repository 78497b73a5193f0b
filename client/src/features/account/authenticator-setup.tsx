import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { QrCode } from '../../ui/qr-code/qr-code.tsx';
import styles from './account.module.css';
import { type NewAuthenticator, sendConfirmation } from './api.ts';
import { inGroups, readAuthenticatorCode } from './factor-code.ts';
import { useAccountAction } from './proof.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const codeField = 'authenticator-code';

/** An address from the server, shown as a link only if it is what it should be. */
const isForApp = (uri: string): boolean => uri.startsWith('otpauth://');

function Secret({ secret, uri }: { secret: string; uri: string }) {
  const { t } = useLingui();
  const groups = inGroups(secret);
  return (
    <>
      <p>
        <Trans>
          Open the app where you keep codes, for example Microsoft Authenticator, Google Authenticator or a password
          manager. Choose to add an account, and point the camera at the square.
        </Trans>
      </p>
      <QrCode text={uri} label={t`QR code for the authenticator app`} />
      {isForApp(uri) && (
        <p>
          <a href={uri}>
            <Trans>The app is on this device: open it</Trans>
          </a>
        </p>
      )}
      <Details summary={<Trans>Type the key instead</Trans>}>
        <p className={styles.secret}>{groups}</p>
        <p>
          <Trans>Choose codes by time, with six figures.</Trans>
        </p>
      </Details>
    </>
  );
}

function ConfirmForm({ authenticator, onConfirmed }: ConfirmFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    const code = readAuthenticatorCode(typed);
    setRefused(code === undefined);
    if (code === undefined) document.getElementById(fieldId(codeField))?.focus();
    else if (!isBusy) run(async () => onConfirmed(await sendConfirmation(authenticator.authenticatorId, code)));
  };
  return (
    <form noValidate className={styles.form} onSubmit={confirm}>
      <TextField
        name={codeField}
        label={t`Six figures that the app shows now`}
        width="short"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={typed}
        error={isRefused ? t`Write the six figures.` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Connect the app</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

type Confirmed = { account: AccountDocument; recoveryCodes: string[] };
type ConfirmFormProps = { authenticator: NewAuthenticator; onConfirmed: (confirmed: Confirmed) => void };

type AuthenticatorSetupProps = {
  authenticator: NewAuthenticator;
  /** There are recovery codes already, which new ones replace. */
  hadCodes: boolean;
  onDone: (account: AccountDocument) => void;
};

/** From the secret over the first code to the recovery codes; done when those are kept. */
export function AuthenticatorSetup({ authenticator, hadCodes, onDone }: AuthenticatorSetupProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [confirmed, setConfirmed] = useState<Confirmed>();
  useEffect(() => heading.current?.focus(), []);
  if (confirmed !== undefined) {
    return (
      <RecoveryCodes codes={confirmed.recoveryCodes} hadEarlier={hadCodes} onKept={() => onDone(confirmed.account)} />
    );
  }
  return (
    <Panel>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        <Trans>Connect the app</Trans>
      </h3>
      <Secret secret={authenticator.secret} uri={authenticator.uri} />
      <ConfirmForm authenticator={authenticator} onConfirmed={setConfirmed} />
    </Panel>
  );
}
