import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './sign-in.module.css';
import { readCode } from './sign-in-form.ts';

const codeField = 'sign-in-code';

const goToCode = () => document.getElementById(fieldId(codeField))?.focus();

type CodeFormProps = {
  sentTo: string | undefined;
  codeInLink: string | undefined;
  isBusy: boolean;
  onRedeem: (code: string) => void;
  onAskAgain: () => void;
  /** Left out where the address is given. */
  onOtherAddress: (() => void) | undefined;
};

function CodeHint({ sentTo }: { sentTo: string | undefined }) {
  if (sentTo === undefined)
    return <Trans>Eight characters. It works only in the browser where it was asked for.</Trans>;
  return (
    <Trans>
      Eight characters, sent to {sentTo}. It holds for ten minutes, and only in this browser. If it has not come in a
      couple of minutes, look among unwanted mail.
    </Trans>
  );
}

/** Takes the code of the mail, however it is typed. A code that came with a link waits for the button, too. */
export function CodeForm({ sentTo, codeInLink, isBusy, onRedeem, onAskAgain, onOtherAddress }: CodeFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(codeInLink ?? '');
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    // What held the focus is gone with the address.
    if (codeInLink === undefined) goToCode();
  }, [codeInLink]);
  const redeem = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(typed);
    setRefused(code === undefined);
    if (code === undefined) goToCode();
    else if (!isBusy) onRedeem(code);
  };
  return (
    <form noValidate className={styles.form} onSubmit={redeem}>
      <TextField
        name={codeField}
        label={t`Code from the mail`}
        hint={<CodeHint sentTo={sentTo} />}
        width="half"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        error={isRefused ? t`Write the eight letters and figures of the code.` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Sign in</Trans>
        </Button>
        <Button variant="quiet" isUnavailable={isBusy} onClick={onAskAgain}>
          {sentTo === undefined ? <Trans>Ask for a code here</Trans> : <Trans>Send a new code</Trans>}
        </Button>
        {onOtherAddress && (
          <Button variant="quiet" isUnavailable={isBusy} onClick={onOtherAddress}>
            <Trans>Other address</Trans>
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
