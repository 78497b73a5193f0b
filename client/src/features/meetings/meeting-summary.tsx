import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { MeetingSummary } from '#shared/contracts/meeting-summary.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isUnagreed } from '#shared/domain/meeting/unagreed-step.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type ChosenFates, fetchMeeting, fetchSummary, type MeetingPlace } from './api.ts';
import styles from './meetings.module.css';
import { SendSummary } from './send-summary.tsx';
import { StepFates } from './step-fates.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type SummaryProps = {
  meeting: Meeting;
  place: MeetingPlace;
  onRead: (meeting: Meeting) => void;
  onChange: (meeting: Meeting, said: string) => void;
};

function Reading({ summary }: { summary: MeetingSummary }) {
  return (
    <>
      <p>
        <Plural
          value={summary.firmRecipients}
          _0="There is nobody at the firm whose address is known here, so it cannot be sent."
          one="Goes to you and to # person who is responsible at the firm."
          other="Goes to you and to # people who are responsible at the firm."
        />{' '}
        {summary.hasCalendar && <Trans>A calendar file with the days comes with it.</Trans>}
      </p>
      <p>
        <strong>{summary.subject}</strong>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the arrow keys scroll what cannot take the focus. */}
      <pre className={styles.preview} lang={summary.language} tabIndex={0}>
        {summary.text}
      </pre>
    </>
  );
}

const takenOf = (fates: ChosenFates): string[] => Object.keys(fates).filter((key) => fates[key] === 'take');

/** Read together with the meeting, so that what is chosen for a step is chosen for what stands there now. */
function useSummary({ place, onRead }: Pick<SummaryProps, 'place' | 'onRead'>) {
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [fates, setFates] = useState<ChosenFates>({});
  const [summary, setSummary] = useState<MeetingSummary | null>(null);
  const newest = useRef('');
  const read = (chosen: ChosenFates) => {
    const taken = takenOf(chosen);
    newest.current = taken.join();
    action.run(async () => {
      const [found, meeting] = await Promise.all([fetchSummary(place, taken), fetchMeeting(place)]);
      // Of two choices made quickly, the one that was made last is shown.
      if (newest.current !== taken.join()) return;
      setSummary(found);
      onRead(meeting);
    });
  };
  const choose = (chosen: ChosenFates) => {
    setFates(chosen);
    if (takenOf(chosen).join() !== takenOf(fates).join()) read(chosen);
  };
  return { action, fates, summary, choose, show: () => read(fates) };
}

function Unsent(props: SummaryProps) {
  const { t } = useLingui();
  const { meeting, place, onChange } = props;
  const { action, fates, summary, choose, show } = useSummary(props);
  const unagreed = meeting.steps.filter(isUnagreed);
  const ofThese = Object.fromEntries(
    Object.entries(fates).filter(([key]) => unagreed.some((step) => step.key === key)),
  );
  const canSend = summary !== null && summary.firmRecipients > 0 && summary.agreedSteps > 0;
  return (
    <Section
      title={<Trans>Summary</Trans>}
      lead={<Trans>What both have agreed on goes to the firm and to you by mail, once. Look at it first.</Trans>}
    >
      {summary !== null && <StepFates steps={unagreed} fates={ofThese} onChoose={choose} />}
      {summary !== null && <Reading summary={summary} />}
      {summary?.agreedSteps === 0 && (
        <Notice tone="warning">
          <p>
            <Trans>Nothing has been agreed by both yet. Tick both sides of each step in the meeting mode first.</Trans>
          </p>
        </Notice>
      )}
      <FaultNotice fault={action.fault} title={<Trans>It could not be read</Trans>} />
      <ButtonRow>
        {canSend && (
          <SendSummary
            meeting={meeting}
            place={place}
            summary={summary}
            fates={ofThese}
            isUnavailable={action.isBusy || action.fault !== undefined}
            onSent={(sent) => onChange(sent, t`The summary is on its way to the firm and to you.`)}
          />
        )}
        <Button variant="secondary" isBusy={action.isBusy} onClick={show}>
          {summary === null ? <Trans>Look at the summary</Trans> : <Trans>Look at it again</Trans>}
        </Button>
      </ButtonRow>
    </Section>
  );
}

/** What goes out after the meeting: seen first, and sent once. */
export function MeetingSummarySection(props: SummaryProps) {
  const words = useMeetingWords();
  const { summarySentAt } = props.meeting;
  if (summarySentAt === null) return <Unsent {...props} />;
  const on = words.moment(summarySentAt);
  return (
    <Section title={<Trans>Summary</Trans>}>
      <p>
        <Trans>Sent {on}. What was agreed stands as it was sent.</Trans>
      </p>
    </Section>
  );
}
