import { Trans } from '@lingui/react/macro';
import type { CampaignPreviews } from '#shared/contracts/campaigns.ts';
import { Details } from '../../ui/details/details.tsx';
import { MailText } from '../../ui/mail-text/mail-text.tsx';

/** What the mails of a campaign say. */
export function MailPreviews({ previews }: { previews: CampaignPreviews }) {
  return (
    <>
      <Details summary={<Trans>The invitation</Trans>} isOpenAtFirst>
        <MailText name="invitation" mail={previews.invitation} />
      </Details>
      <Details summary={<Trans>The reminder</Trans>}>
        <MailText name="reminder" mail={previews.reminder} />
      </Details>
    </>
  );
}
