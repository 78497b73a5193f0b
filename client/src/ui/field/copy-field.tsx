import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { ButtonRow } from '../button/button-row.tsx';
import { fieldId } from './field.tsx';
import { TextField } from './text-field.tsx';

/** A page that is not fetched over https has no clipboard; the call then fails as a promise. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

export type CopyFieldProps = { name: string; label: string; hint: string; value: string };

/** An address to take along, with a button that copies it and says so. */
export function CopyField({ name, label, hint, value }: CopyFieldProps) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    copyText(value).then(
      () => setCopied(true),
      // The field is selected on focus; copying by hand always works.
      () => document.getElementById(fieldId(name))?.focus(),
    );
  };
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <ButtonRow>
        <Button onClick={copy}>
          <Trans>Copy the link</Trans>
        </Button>
      </ButtonRow>
      <p role="status">{isCopied ? t`The link is copied.` : ''}</p>
    </>
  );
}
