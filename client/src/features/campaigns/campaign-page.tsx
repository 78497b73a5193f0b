import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { CampaignDocument, CampaignPreviews } from '#shared/contracts/campaigns.ts';
import type { Site } from '#shared/contracts/site.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { fetchPreviews, type LoadedCampaign } from './api.ts';
import { CampaignFirms } from './campaign-firms.tsx';
import { CampaignImport, ContactAddition } from './campaign-import.tsx';
import { DraftMoves, OpenMoves, TestMail } from './campaign-moves.tsx';
import { Numbers, Reminders, WhatAndWhen, writesNoMore } from './campaign-numbers.tsx';
import { CampaignRates } from './campaign-rates.tsx';
import { CampaignStanding } from './campaign-standing.tsx';
import { MailPreviews } from './mail-previews.tsx';
import { useResentWords } from './send-again.tsx';
import { stateTones, useCampaignWords } from './use-campaign-words.ts';
import { useFollowedCampaign } from './use-followed-campaign.ts';
import { useInviting } from './use-inviting.ts';

export type CampaignHrefs = { campaigns: string; change: string };

type CampaignPageProps = {
  loaded: LoadedCampaign;
  forms: Site['forms'];
  hrefs: CampaignHrefs;
  onRemoved: () => Promise<void>;
};

const mailsId = 'mails';

function Mails({ loaded, onSaid }: { loaded: LoadedCampaign; onSaid: (words: string) => void }) {
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [previews, setPreviews] = useState<CampaignPreviews | null>(null);
  const focusAfter = useFocusAfter();
  const { place, campaign } = loaded;
  const look = () =>
    run(async () => {
      const { name, message, formCode, instrumentVersionId, closesOn } = campaign;
      const body = { name, message, formCode, instrumentVersionId, closesOn };
      setPreviews(await fetchPreviews(place.organisationId, body));
      focusAfter(() => document.getElementById(mailsId));
    });
  return (
    <Section
      id={mailsId}
      title={<Trans>The mails</Trans>}
      lead={
        <Trans>Look at them as firms get them, or have them sent to your own address, which is done at once.</Trans>
      }
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

/** Before the first firm is there nobody can be reminded. */
const remindsStill = ({ firms, state }: CampaignDocument): boolean =>
  (firms > 0 || state !== 'draft') && state !== 'closed' && state !== 'ended';

/** One campaign: how many have answered, which firms are in it, and what can be done with it. */
export function CampaignPage({ loaded, forms, hrefs, onRemoved }: CampaignPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useCampaignWords();
  const done = useDone();
  const { revalidate } = useRevalidator();
  const { place, options, invitees } = loaded;
  const { campaign, setCampaign, refresh } = useFollowedCampaign(place, loaded.campaign);
  const [additions, setAdditions] = useState(0);
  const { organiser, state, firms } = campaign;
  const inviting = useInviting()(campaign);
  const day = inviting?.day ?? '';
  const time = inviting?.time ?? '';
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
        <p>
          <CampaignStanding campaign={campaign} />
        </p>
      </PageHeader>
      <DoneNotice done={done} />
      <WhatAndWhen campaign={campaign} forms={forms} />
      {state === 'draft' ? <DraftMoves {...moves} /> : <OpenMoves {...moves} />}
      {state === 'draft' && firms === 0 && (
        <Notice>
          <p>
            <Trans>Add the firms to invite, look at the mails, and open the campaign.</Trans>
          </p>
        </Notice>
      )}
      {state !== 'draft' && <Numbers place={place} campaign={campaign} onResent={resent} />}
      {state !== 'draft' && (
        <CampaignRates organiser={organiser} rates={campaign.rates} options={options} isOver={writesNoMore(state)} />
      )}
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
          {state === 'open' && (
            <p>
              {inviting?.isNow === false ? (
                <Trans>
                  The campaign is open: what you add is invited by mail on {day} from {time}. A mail that has gone
                  cannot be taken back.
                </Trans>
              ) : (
                <Trans>
                  The campaign is open: what you add is invited by mail at once. A mail that has gone cannot be taken
                  back.
                </Trans>
              )}
            </p>
          )}
          <CampaignImport place={place} organiser={organiser} options={options} onAdded={added} onStopped={refresh} />
          {organiser === 'provider' && <ContactAddition place={place} onAdded={added} />}
        </Section>
      )}
      <Mails loaded={{ ...loaded, campaign }} onSaid={done.say} />
      {remindsStill(campaign) && <Reminders campaign={campaign} />}
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
