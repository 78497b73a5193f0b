import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { formatDate, formatDay, swedishDay } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';
import type { AnsweredResponse } from './remembered-response.ts';

type AnsweredCampaign = NonNullable<AnsweredResponse['campaign']>;

/** The call that is answered, and whether it takes anything more. Its organiser may end it at any time: it is asked for anew. */
export function useAnsweredCampaign(): { campaign: AnsweredCampaign | null; isOver: boolean } {
  const { session } = useAnswering();
  const campaign = session.response.campaign ?? null;
  const isCalled = campaign !== null;
  useEffect(() => {
    if (isCalled) session.lookAgain();
  }, [session, isCalled]);
  return { campaign, isOver: campaign?.isOver === true };
}

/** A day is the organiser's as long as it has not been; then what it takes all the same. */
function Until({ campaign }: { campaign: AnsweredCampaign }) {
  const language = useLanguage();
  const localise = useLocalised();
  const name = localise(campaign.name);
  const organiser = localise(campaign.organiserName);
  const last = new Date(Date.parse(campaign.refusesFrom) - 1);
  const closesOn = formatDay(campaign.closesOn, language);
  const lastDay = formatDate(last, language);
  const isInGrace = swedishDay(new Date()) > campaign.closesOn;
  return (
    <p>
      {isInGrace ? (
        <Trans>
          You answer “{name}” of {organiser}. The last day was {closesOn}; what is submitted on {lastDay} at the latest
          is still taken.
        </Trans>
      ) : (
        <Trans>
          You answer “{name}” of {organiser}. Submit on {closesOn} at the latest.
        </Trans>
      )}
    </p>
  );
}

/** While one answers: for whom, and until when. Once it is over that is said before anything is to be submitted. */
export function CampaignStanding({ answered }: { answered: ReturnType<typeof useAnsweredCampaign> }) {
  const { campaign, isOver } = answered;
  if (campaign === null) return null;
  if (!isOver) return <Until campaign={campaign} />;
  return (
    <Notice tone="warning" title={<Trans>The campaign takes no more answers</Trans>}>
      <p>
        <Trans>
          Nothing is lost: your answers are kept, and you can submit them for yourselves when you look through them.
        </Trans>
      </p>
    </Notice>
  );
}
