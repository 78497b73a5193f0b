import { Trans } from '@lingui/react/macro';
import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import { formatDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useInviting } from './use-inviting.ts';

function Open({ campaign }: { campaign: CampaignDocument }) {
  const language = useLanguage();
  const inviting = useInviting()(campaign);
  const { toInvite, closesOn } = campaign;
  const lastDay = formatDay(closesOn, language);
  if (toInvite === 0 || inviting === undefined) return <Trans>Firms can answer until {lastDay}.</Trans>;
  const { isNow, day, time } = inviting;
  if (isNow) return <Trans>Invitations are going out. Firms can answer until {lastDay}.</Trans>;
  return (
    <Trans>
      Invitations go out on {day} from {time}, since nobody is written to at night. Firms can answer until {lastDay}.
    </Trans>
  );
}

/** What the state of a campaign means just now. */
export function CampaignStanding({ campaign }: { campaign: CampaignDocument }) {
  const language = useLanguage();
  const inviting = useInviting()(campaign);
  const { state } = campaign;
  const day = inviting?.day ?? '';
  const time = inviting?.time ?? '';
  const lastDay = formatDay(campaign.lastDay, language);
  switch (state) {
    case 'draft':
      return <Trans>Nobody has been written to yet.</Trans>;
    case 'scheduled':
      return (
        <Trans>
          The campaign waits for its first day. Invitations go out on {day} from {time}.
        </Trans>
      );
    case 'open':
      return <Open campaign={campaign} />;
    case 'grace':
      return <Trans>The last day has passed, and nobody is written to. Answers are taken until {lastDay}.</Trans>;
    case 'closed':
      return <Trans>The campaign takes no more answers. With a later last day it opens again.</Trans>;
    case 'ended':
      return <Trans>The campaign takes no more answers, and cannot be opened again.</Trans>;
  }
}
