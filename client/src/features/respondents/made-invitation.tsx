import { Trans, useLingui } from '@lingui/react/macro';
import { CopyField } from '../../ui/field/copy-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

export type Made = { readonly url: string | null; readonly label: string; readonly email: string };

/** The one time that the link is shown: only its fingerprint is kept. */
export function MadeInvitation({ made }: { made: Made }) {
  const { t } = useLingui();
  const { url, label, email } = made;
  if (url === null) {
    return (
      <Notice tone="success" role="status">
        <p>
          <Trans>
            {label} is invited by mail to {email}.
          </Trans>
        </p>
      </Notice>
    );
  }
  return (
    <CopyField
      name="made-invitation"
      label={t`Link for ${label}`}
      hint={t`Copy it now: it is shown this once. It opens once, so hand it over without opening it yourselves. To go on from another device, whoever opens it makes a link of their own there.`}
      value={url}
    />
  );
}
