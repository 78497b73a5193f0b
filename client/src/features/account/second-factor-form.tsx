import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { hasPasskeys } from '../../lib/passkey.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './account.module.css';
import { provePasskey, sendFactorCode } from './api.ts';
import { readFactorCode } from './factor-code.ts';
import { useAccountProblemWords } from './use-account-problem-words.ts';

type SecondFactorFormProps = {
  /** Of the field: the page and a dialog over it may both ask. */
  name: string;
  secondFactor: AccountDocument['secondFactor'];
  onShown: (account: AccountDocument) => void;
};

type FormProps = { name: string; isBusy: boolean; onCode: (code: string) => void };

function CodeField({ name, isBusy, onCode }: FormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const code = readFactorCode(typed);
    setRefused(code === undefined);
    if (code === undefined) document.getElementById(fieldId(name))?.focus();
    else if (!isBusy) onCode(code);
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <TextField
        name={name}
        label={t`Code from the authenticator app`}
        hint={t`Six figures. If the app is not at hand, write one of your recovery codes.`}
        width="half"
        autoComplete="one-time-code"
        spellCheck={false}
        value={typed}
        error={isRefused ? t`Write the six figures the app shows, or a recovery code.` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Continue</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Shows what one has set up: the code of the app or one kept for need, or a passkey. */
export function SecondFactorForm({ name, secondFactor, onShown }: SecondFactorFormProps) {
  const { isBusy, fault, run } = useAction(useAccountProblemWords());
  const show = (prove: () => Promise<AccountDocument>) => run(async () => onShown(await prove()));
  const hasCode = secondFactor.hasAuthenticator || secondFactor.recoveryCodesLeft > 0;
  return (
    <div className={styles.form}>
      {hasCode && <CodeField name={name} isBusy={isBusy} onCode={(code) => show(() => sendFactorCode(code))} />}
      {secondFactor.hasPasskey && hasPasskeys() && (
        <ButtonRow>
          <Button variant={hasCode ? 'secondary' : 'primary'} isBusy={isBusy} onClick={() => show(provePasskey)}>
            <Trans>Use a passkey</Trans>
          </Button>
        </ButtonRow>
      )}
      {secondFactor.hasPasskey && !hasPasskeys() && (
        <p>
          <Trans>Your passkey cannot be used in this browser. Open the page where it can.</Trans>
        </p>
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
