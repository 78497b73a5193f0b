import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { CopyField } from '../../ui/field/copy-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

const linkField = 'made-link';

export type Made = { url: string; recipientName: string; isMailed: boolean };

/** The one time that the link is shown: only its fingerprint is kept. */
export function MadeLink({ made, onAnother }: { made: Made; onAnother: () => void }) {
  const { t } = useLingui();
  const { url, recipientName, isMailed } = made;
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
      <CopyField
        name={linkField}
        label={t`Link for ${recipientName}`}
        hint={t`Copy it now: it is shown this once, and cannot be fetched again. Whoever has it can read what you chose.`}
        value={url}
      />
      <ButtonRow>
        <Button variant="quiet" onClick={onAnother}>
          <Trans>Make one more link</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}
