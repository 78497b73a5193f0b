import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

const linkField = 'made-link';

export type Made = { url: string; recipientName: string; isMailed: boolean };

/** A page that is not fetched over https has no clipboard; the call then fails as a promise. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** The one time that the link is shown: only its fingerprint is kept. */
export function MadeLink({ made, onAnother }: { made: Made; onAnother: () => void }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const { url, recipientName, isMailed } = made;
  const copy = () => {
    copyText(url).then(
      () => setCopied(true),
      // The field is selected on focus; copying by hand always works.
      () => document.getElementById(fieldId(linkField))?.focus(),
    );
  };
  return (
    <>
      <Notice tone="success">
        <p>
          {isMailed ? (
            <Trans>The link for {recipientName} is made, and is sent by e-mail.</Trans>
          ) : (
            <Trans>The link for {recipientName} is made.</Trans>
          )}
        </p>
      </Notice>
      <TextField
        name={linkField}
        label={t`Link for ${recipientName}`}
        hint={t`Copy it now: it is shown this once, and cannot be fetched again. Whoever has it can read what you chose.`}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <ButtonRow>
        <Button onClick={copy}>
          <Trans>Copy the link</Trans>
        </Button>
        <Button variant="quiet" onClick={onAnother}>
          <Trans>Make one more link</Trans>
        </Button>
      </ButtonRow>
      <p role="status">{isCopied ? t`The link is copied.` : ''}</p>
    </>
  );
}
