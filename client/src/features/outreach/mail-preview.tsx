import { Trans } from '@lingui/react/macro';
import type { OutreachPreviews } from '#shared/contracts/outreach.ts';
import { Details } from '../../ui/details/details.tsx';
import { MailText } from '../../ui/mail-text/mail-text.tsx';

/** What a mail will say, for whoever wants to know before it goes. */
export function MailPreview({ name, mail }: { name: string; mail: OutreachPreviews['reminder'] }) {
  return (
    <Details summary={<Trans>What the mail says</Trans>}>
      <MailText name={name} mail={mail} />
    </Details>
  );
}
