import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Meeting, WrittenStep } from '#shared/contracts/meetings.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { useAction } from '../../lib/use-action.ts';
import { type Done, useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Details } from '../../ui/details/details.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { calendarHref, type MeetingPlace, sendChange, sendDone, sendDrop } from './api.ts';
import { EndMeeting } from './end-meeting.tsx';
import { MeetingFiles } from './meeting-files.tsx';
import { MeetingSummarySection } from './meeting-summary.tsx';
import { PlanForm } from './plan-form.tsx';
import { StepList } from './step-list.tsx';
import { UnagreedSteps } from './unagreed-steps.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type PartProps = { meeting: Meeting; place: MeetingPlace; onChange: (meeting: Meeting) => void };

function Plan({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const { link } = meeting;
  const said = (text: string) => (text === '' ? t`not stated` : text);
  return (
    <Facts
      facts={[
        { term: t`When`, detail: `${words.moment(meeting.startsAt)}, ${words.minutes(meeting.minutes)}` },
        { term: t`Where`, detail: said(meeting.place) },
        ...(link === '' ? [] : [{ term: t`Web address`, detail: <ExternalLink href={link}>{link}</ExternalLink> }]),
        { term: t`Who takes part`, detail: said(meeting.participants) },
        { term: t`What the meeting is for`, detail: meeting.purpose },
        { term: t`State`, detail: words.status(meeting.status) },
      ]}
    />
  );
}

function ChangePlan({ meeting, place, onChange, done }: PartProps & { done: Done }) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const action = useAction(words.problem);
  if (meeting.status !== 'planned') return null;
  return (
    <Details summary={<Trans>Change the plan</Trans>}>
      <PlanForm
        key={meeting.revision}
        planned={meeting}
        action={action}
        submit={t`Save the plan`}
        onSend={(plan) => sendChange(place, meeting.revision, plan)}
        onSaved={(changed) => {
          onChange(changed);
          done.say(t`The plan is changed. Tell the firm, too.`);
        }}
      />
    </Details>
  );
}

function Agreed({ meeting, place, onChange, firmName }: PartProps & { firmName: string }) {
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const agreed = meeting.steps.filter(isAgreed);
  const tick = (step: WrittenStep, isDone: boolean) =>
    action.run(async () => onChange(await sendDone({ ...place, stepKey: step.key }, isDone)));
  return (
    <Section title={<Trans>What was agreed</Trans>}>
      <FaultNotice fault={action.fault} />
      {agreed.length === 0 ? (
        <EmptyState title={<Trans>Nothing has been agreed by both yet</Trans>} />
      ) : (
        <StepList
          meeting={meeting}
          steps={agreed}
          firmName={firmName}
          mayTick={() => meeting.status === 'held'}
          isBusy={action.isBusy}
          onTick={tick}
          dropping={{
            side: 'provider',
            onDrop: async (step, reason) => onChange(await sendDrop({ ...place, stepKey: step.key }, reason)),
          }}
        />
      )}
      <UnagreedSteps meeting={meeting} firmName={firmName} title="h3" />
    </Section>
  );
}

type MeetingPageProps = {
  loaded: Meeting;
  place: MeetingPlace;
  firmName: string;
  hrefs: { firm: string; room: string };
  /** What one wants to have read before a meeting that is to be held. */
  preparation: ReactNode;
};

function Header({ meeting, firmName }: { meeting: Meeting; firmName: string }) {
  const { t } = useLingui();
  return (
    <PageHeader title={t`Meeting with ${firmName}`} documentTitle={t`A meeting with a firm`}>
      {meeting.isSimulated && (
        <p>
          <SimulatedFirmTag />
        </p>
      )}
    </PageHeader>
  );
}

/** One meeting: its plan, the way into the room, its files, what was agreed, and the summary that goes out. */
export function MeetingPage({ loaded, place, firmName, hrefs, preparation }: MeetingPageProps) {
  const language = useLanguage();
  const done = useDone();
  const [meeting, setMeeting] = useState(loaded);
  const isOpen = meeting.status !== 'cancelled';
  const tell = (next: Meeting, said: string) => {
    setMeeting(next);
    done.say(said);
  };
  return (
    <Page>
      <BackLink to={hrefs.firm}>{firmName}</BackLink>
      <Header meeting={meeting} firmName={firmName} />
      <DoneNotice done={done} />
      <Plan meeting={meeting} />
      {isOpen && meeting.summarySentAt === null && (
        <p>
          <ButtonLink to={hrefs.room}>
            <Trans>Open the meeting mode</Trans>
          </ButtonLink>
        </p>
      )}
      {isOpen && (
        <p>
          <DownloadLink href={calendarHref(place, language)}>
            <Trans>Calendar file</Trans>
          </DownloadLink>
        </p>
      )}
      <UnsavedGuard>
        <ChangePlan meeting={meeting} place={place} onChange={setMeeting} done={done} />
      </UnsavedGuard>
      {meeting.status === 'planned' && preparation}
      <Agreed meeting={meeting} place={place} onChange={setMeeting} firmName={firmName} />
      {isOpen && <MeetingSummarySection meeting={meeting} place={place} onRead={setMeeting} onChange={tell} />}
      <MeetingFiles meeting={meeting} place={place} onChange={setMeeting} />
      <EndMeeting meeting={meeting} place={place} onChange={tell} />
    </Page>
  );
}
