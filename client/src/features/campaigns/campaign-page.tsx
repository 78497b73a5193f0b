import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { CampaignDocument, CampaignPreviews } from '#shared/contracts/campaigns.ts';
import type { Site } from '#shared/contracts/site.ts';
import type { CampaignState } from '#shared/domain/campaign/campaign-state.ts';
import { rateOf } from '#shared/domain/campaign/response-rate.ts';
import { formatDay, formatShare, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { fetchPreviews, type LoadedCampaign, type Place } from './api.ts';
import { CampaignFirms } from './campaign-firms.tsx';
import { CampaignImport, ContactAddition } from './campaign-import.tsx';
import { DraftMoves, OpenMoves, TestMail } from './campaign-moves.tsx';
import { CampaignRates } from './campaign-rates.tsx';
import { MailPreviews } from './mail-previews.tsx';
import { SendAgain, useResentWords } from './send-again.tsx';
import { stateTones, useCampaignWords } from './use-campaign-words.ts';
import { useFollowedCampaign } from './use-followed-campaign.ts';

export type CampaignHrefs = { campaigns: string; change: string };

type CampaignPageProps = {
  loaded: LoadedCampaign;
  forms: Site['forms'];
  hrefs: CampaignHrefs;
  onRemoved: () => Promise<void>;
};

/** Its last day has passed, or it was ended. */
const writesNoMore = (state: CampaignState): boolean => state === 'grace' || state === 'closed' || state === 'ended';

type NumbersProps = { place: Place; campaign: CampaignDocument; onResent: (asked: number) => Promise<void> };

function Numbers({ place, campaign, onResent }: NumbersProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { state, organiser, invited, begun, finished, bounced, undelivered, optedOut, toInvite, countedAt } = campaign;
  const isTold = begun !== null && finished !== null;
  const isOver = writesNoMore(state);
  const rate = rateOf(campaign);
  const time = formatTime(new Date(countedAt), language);
  return (
    <Section title={<Trans>How it is going</Trans>}>
      <Facts
        facts={[
          { term: t`Response rate`, detail: rate === null ? '–' : formatShare(rate / 100, language) },
          { term: t`Invited firms`, detail: invited },
          { term: t`Begun and not finished`, detail: isTold ? begun - finished : '–' },
          { term: t`Finished`, detail: finished ?? '–' },
          { term: isOver ? t`Were not invited` : t`Still to be invited`, detail: toInvite },
          { term: t`Mail that came back`, detail: bounced },
          { term: t`Mail that did not get through`, detail: undelivered },
          { term: t`Have said no`, detail: optedOut },
        ]}
      />
      {organiser === 'region' && (
        <p>
          {isTold ? (
            <Trans>
              How many have begun and finished is never told as all of them, so that it says nothing of one firm.
            </Trans>
          ) : (
            <Trans>How many have begun and finished is told once mail has reached five firms.</Trans>
          )}
        </p>
      )}
      {undelivered > 0 && (
        <SendAgain {...{ place, undelivered, onResent }} isOpen={state === 'open' && organiser === 'provider'} />
      )}
      {!isOver && toInvite > 0 && (
        <p>
          <Trans>
            Invitations go out between 7 and 21. An address that has had two from you in 30 days waits until that time
            has passed.
          </Trans>
        </p>
      )}
      <p>
        <Trans>As of {time}. The numbers follow along by themselves.</Trans>
      </p>
    </Section>
  );
}

function Reminders({ campaign }: { campaign: CampaignDocument }) {
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
            { key: 'day', header: t`Day`, isRowHeader: true, cell: ({ day }) => formatDay(day, language) },
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

function Mails({ loaded, onSaid }: { loaded: LoadedCampaign; onSaid: (words: string) => void }) {
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [previews, setPreviews] = useState<CampaignPreviews | null>(null);
  const { place, campaign } = loaded;
  const look = () =>
    run(async () => {
      const { name, message, formCode, instrumentVersionId, closesOn } = campaign;
      const body = { name, message, formCode, instrumentVersionId, closesOn };
      setPreviews(await fetchPreviews(place.organisationId, body));
    });
  return (
    <Section
      title={<Trans>The mails</Trans>}
      lead={<Trans>Look at them as firms get them, or have them sent to your own address.</Trans>}
    >
      {previews === null ? (
        <p>
          <Button variant="secondary" isBusy={isBusy} onClick={look}>
            <Trans>See the mails</Trans>
          </Button>
        </p>
      ) : (
        <MailPreviews previews={previews} />
      )}
      <FaultNotice fault={fault} />
      <TestMail place={place} onSaid={onSaid} />
    </Section>
  );
}

const progressOf = ({
  firms,
  toInvite,
  invited,
  begun,
  finished,
  bounced,
  undelivered,
  optedOut,
  foreseen,
}: CampaignDocument): string =>
  JSON.stringify([firms, toInvite, invited, begun, finished, bounced, undelivered, optedOut, foreseen]);

/** One campaign: how many have answered, which firms are in it, and what can be done with it. */
export function CampaignPage({ loaded, forms, hrefs, onRemoved }: CampaignPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useCampaignWords();
  const done = useDone();
  const { revalidate } = useRevalidator();
  const { place, options, invitees } = loaded;
  const { campaign, setCampaign, refresh } = useFollowedCampaign(place, loaded.campaign);
  const [additions, setAdditions] = useState(0);
  const { organiser, state, opensOn, closesOn, lastDay, graceDays, formCode, versionNumber, firms } = campaign;
  const form = forms.find(({ code }) => code === formCode);
  const formName = form === undefined ? formCode : localise(form.name);
  const resentWords = useResentWords();
  const resent = async (asked: number) => {
    await refresh();
    done.say(resentWords(asked));
  };
  const added = async (count: number, more = '') => {
    await Promise.all([refresh(), revalidate()]);
    setAdditions((before) => before + 1);
    const said = t`${plural(count, { one: '# firm was added.', other: '# firms were added.' })}`;
    done.say(`${said} ${more}`.trim());
  };
  const moves = {
    place,
    campaign,
    changeHref: hrefs.change,
    onRemoved,
    onSaid: done.say,
    onMoved: (moved: CampaignDocument, said: string) => {
      setCampaign(moved);
      done.say(said);
    },
  };
  const takesFirms = state === 'draft' || state === 'scheduled' || state === 'open';
  return (
    <Page width="results">
      <BackLink to={hrefs.campaigns}>
        <Trans>All campaigns</Trans>
      </BackLink>
      <PageHeader title={localise(campaign.name)}>
        <p>
          <Tag tone={stateTones[state]}>{words.state(state)}</Tag> <SimulatedTag isSimulated={campaign.isSimulated} />
        </p>
      </PageHeader>
      <DoneNotice done={done} />
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
          { term: t`Last day`, detail: formatDay(closesOn, language) },
          {
            term: t`Answers are taken until`,
            detail:
              graceDays === 0
                ? t`the end of the last day`
                : t`${formatDay(lastDay, language)}, ${plural(graceDays, { one: '# extra day', other: '# extra days' })}`,
          },
        ]}
      />
      {state === 'draft' ? <DraftMoves {...moves} /> : <OpenMoves {...moves} />}
      {state === 'draft' && firms === 0 && (
        <Notice>
          <p>
            <Trans>Add the firms to invite, look at the mails, and open the campaign.</Trans>
          </p>
        </Notice>
      )}
      {state !== 'draft' && <Numbers place={place} campaign={campaign} onResent={resent} />}
      {state !== 'draft' && <CampaignRates organiser={organiser} rates={campaign.rates} options={options} />}
      {takesFirms && (
        <Section
          title={<Trans>Add firms</Trans>}
          lead={
            <Plural
              value={firms}
              _0="There is none yet."
              one="There is # firm in the campaign."
              other="There are # firms in the campaign."
            />
          }
        >
          <CampaignImport place={place} organiser={organiser} onAdded={added} onStopped={refresh} />
          {organiser === 'provider' && <ContactAddition place={place} onAdded={added} />}
        </Section>
      )}
      <Mails loaded={{ ...loaded, campaign }} onSaid={done.say} />
      {state !== 'closed' && state !== 'ended' && <Reminders campaign={campaign} />}
      <CampaignFirms
        // What was added is shown from the beginning.
        key={additions}
        place={place}
        organiser={organiser}
        loaded={invitees}
        progress={progressOf(campaign)}
        isOver={writesNoMore(state)}
        isOpen={state === 'open' && organiser === 'provider'}
        onResent={resent}
        onRemoved={async (firmName) => {
          await refresh();
          done.say(t`${firmName} is in the campaign no longer.`);
        }}
      />
      <p>
        {organiser === 'region' ? (
          <Trans>
            You see how many firms have begun and finished, and not which. What they answer you see only in releases,
            where no firm can be told; each firm is told so in the mail.
          </Trans>
        ) : (
          <Trans>
            You see of each firm whether it has begun and finished. What it answers and its result you see only if it
            shares them with you; each firm is told so in the mail.
          </Trans>
        )}
      </p>
    </Page>
  );
}
