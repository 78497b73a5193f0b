import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './sign-in.module.css';
import { readEmail } from './sign-in-form.ts';

const addressField = 'sign-in-email';

/** Asks where to send the code. */
export function AddressForm({
  email,
  isBusy,
  onAsk,
}: {
  email: string;
  isBusy: boolean;
  onAsk: (email: string) => void;
}) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(email);
  const [isRefused, setRefused] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const address = readEmail(typed);
    setRefused(address === undefined);
    if (address === undefined) document.getElementById(fieldId(addressField))?.focus();
    else if (!isBusy) onAsk(address);
  };
  return (
    <form noValidate className={styles.form} onSubmit={ask}>
      <TextField
        name={addressField}
        label={t`E-mail address`}
        hint={t`We send a code to it. No password is needed.`}
        type="email"
        autoComplete="email"
        value={typed}
        error={isRefused ? t`Write an e-mail address such as name@firm.se.` : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Send a code</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}
