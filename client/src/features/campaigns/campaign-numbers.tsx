import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import type { Site } from '#shared/contracts/site.ts';
import type { CampaignState } from '#shared/domain/campaign/campaign-state.ts';
import { rateOf } from '#shared/domain/campaign/response-rate.ts';
import { formatDate, formatDay, formatShare, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { Place } from './api.ts';
import { SendAgain } from './send-again.tsx';
import { isFollowed } from './use-followed-campaign.ts';

/** Its last day has passed, or it was ended. */
export const writesNoMore = (state: CampaignState): boolean =>
  state === 'grace' || state === 'closed' || state === 'ended';

/** What is to be answered, and on which days. */
export function WhatAndWhen({ campaign, forms }: { campaign: CampaignDocument; forms: Site['forms'] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { state, opensOn, closesOn, lastDay, graceDays, endedAt, formCode, versionNumber } = campaign;
  const form = forms.find(({ code }) => code === formCode);
  const formName = form === undefined ? formCode : localise(form.name);
  return (
    <Facts
      facts={[
        { term: t`Form to answer`, detail: formName },
        {
          term: t`Version`,
          detail:
            state === 'draft' && campaign.instrumentVersionId === null
              ? t`The newest one when you open the campaign`
              : t`${versionNumber}, published ${formatDay(campaign.versionPublishedOn, language)}`,
        },
        { term: t`First day`, detail: formatDay(opensOn, language) },
        ...(state === 'ended' && endedAt !== null
          ? [{ term: t`Ended ahead of time`, detail: formatDate(new Date(endedAt), language) }]
          : [
              { term: t`Last day`, detail: formatDay(closesOn, language) },
              {
                term: t`Answers are taken until`,
                detail:
                  graceDays === 0
                    ? t`the end of the last day`
                    : t`${formatDay(lastDay, language)}, ${plural(graceDays, { one: '# extra day', other: '# extra days' })}`,
              },
            ]),
      ]}
    />
  );
}

type NumbersProps = { place: Place; campaign: CampaignDocument; onResent: (asked: number) => Promise<void> };

/** What is to be known of firms whom mail has not reached, or to whom none goes any more. */
function BecameOfMail({ place, campaign, onResent }: NumbersProps) {
  const { state, organiser, bounced, undelivered, optedOut, toInvite } = campaign;
  const isOver = writesNoMore(state);
  return (
    <>
      {undelivered > 0 && (
        <SendAgain
          {...{ place, undelivered, onResent }}
          isWriting={state === 'open' && campaign.foreseen.length > 0}
          isOpen={state === 'open' && organiser === 'provider'}
        />
      )}
      {bounced > 0 && (
        <p>
          <Trans>Where mail came back there is no such address, and nothing more is written there.</Trans>{' '}
          {!isOver && <Trans>Take the firm out, and add it with another address.</Trans>}
        </p>
      )}
      {optedOut > 0 && (
        <p>
          <Trans>
            Nobody of yours writes to who has said no, in this campaign or another. What they have begun they may
            finish.
          </Trans>
        </p>
      )}
      {!isOver && toInvite > 0 && (
        <p>
          <Trans>
            Mail goes between 7 and 21. An address that has had two invitations from you in 30 days waits until that
            time has passed.
          </Trans>
        </p>
      )}
    </>
  );
}

/** How far it has come, as of now. */
export function Numbers({ place, campaign, onResent }: NumbersProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { state, organiser, firms, invited, begun, finished } = campaign;
  const { bounced, undelivered, optedOut, toInvite, countedAt } = campaign;
  const isOfRegion = organiser === 'region';
  const isTold = begun !== null && finished !== null;
  const isOver = writesNoMore(state);
  const rate = rateOf(campaign);
  const share = rate === null ? '' : formatShare(rate / 100, language);
  const rateWords = rate === null ? '–' : t`${share}, ${finished ?? 0} of ${invited}`;
  const time = formatTime(new Date(countedAt), language);
  return (
    <Section title={<Trans>How it is going</Trans>}>
      <Facts
        facts={[
          { term: t`Response rate`, detail: rateWords },
          ...(isOfRegion
            ? [
                { term: t`Have been invited`, detail: firms - toInvite - bounced - undelivered - optedOut },
                { term: t`Firms that are counted`, detail: invited },
              ]
            : [{ term: t`Invited firms`, detail: invited }]),
          { term: t`Begun and not finished`, detail: isTold ? begun - finished : '–' },
          { term: t`Finished`, detail: finished ?? '–' },
          { term: isOver ? t`Were not invited` : t`Still to be invited`, detail: toInvite },
          { term: t`Mail that came back`, detail: bounced },
          { term: t`Mail that did not get through`, detail: undelivered },
          { term: t`Have said no`, detail: optedOut },
        ]}
      />
      {!isOfRegion && (
        <p>
          <Trans>Invited is whom a mail has reached. The response rate is how many of those have finished.</Trans>
        </p>
      )}
      {isOfRegion && (
        <p>
          {isTold ? (
            <Trans>
              Firms are counted from the day after they were invited, when at least five were invited on that day. How
              many have begun and finished is never told as all of them, so that it says nothing of one firm.
            </Trans>
          ) : (
            <Trans>
              How many have begun and finished is told from the day after at least five firms were invited on one day.
            </Trans>
          )}
        </p>
      )}
      <BecameOfMail {...{ place, campaign, onResent }} />
      <p>
        <Trans>As of {time}.</Trans> {isFollowed(state) && <Trans>The numbers follow along by themselves.</Trans>}
      </p>
    </Section>
  );
}

/** Whom the reminders to come would go to. */
export function Reminders({ campaign }: { campaign: CampaignDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { foreseen, organiser } = campaign;
  return (
    <Section
      title={<Trans>Reminders to come</Trans>}
      lead={<Trans>Only to firms that have not finished by then, once for each day, and never at night.</Trans>}
    >
      {foreseen.length === 0 ? (
        <p>
          <Trans>No reminder is to come.</Trans>
        </p>
      ) : (
        <Table
          caption={t`Reminders by day`}
          rows={foreseen}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              header: t`Day`,
              isRowHeader: true,
              isRoomy: true,
              cell: ({ day }) => formatDay(day, language),
            },
            {
              key: 'firms',
              header:
                organiser === 'region'
                  ? t`Firms at most, if nobody finished until then`
                  : t`Firms, if nobody finished until then`,
              isNumeric: true,
              cell: ({ firms }) => firms ?? t`Fewer than five`,
            },
          ]}
        />
      )}
    </Section>
  );
}
