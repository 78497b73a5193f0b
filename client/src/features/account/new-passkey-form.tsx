import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { addPasskey } from '#shared/contracts/second-factor.ts';
import { hasPasskeys } from '../../lib/passkey.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './account.module.css';
import { sendNewPasskey } from './api.ts';
import { useAccountAction } from './proof.tsx';

const nameField = 'passkey-name';
const nameSchema = addPasskey.body.shape.name;

/** Makes a passkey on this device, or on one that the browser can reach. */
export function NewPasskeyForm({ onAdded }: { onAdded: () => Promise<void> }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  if (!hasPasskeys()) {
    return (
      <p>
        <Trans>This browser cannot make passkeys.</Trans>
      </p>
    );
  }
  const add = (event: FormEvent) => {
    event.preventDefault();
    const read = nameSchema.safeParse(name);
    setRefused(!read.success);
    if (!read.success) document.getElementById(fieldId(nameField))?.focus();
    else if (!isBusy) {
      run(async () => {
        await sendNewPasskey(read.data);
        setName('');
        await onAdded();
      });
    }
  };
  return (
    <form noValidate className={styles.form} onSubmit={add}>
      <TextField
        name={nameField}
        label={t`Name of the passkey`}
        hint={t`So that you know it again: the work phone, the key on the key ring.`}
        width="half"
        autoComplete="off"
        value={name}
        error={isRefused ? t`Write a name, at most 80 characters.` : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button type="submit" variant="secondary" isBusy={isBusy}>
          <Trans>Add a passkey</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}
