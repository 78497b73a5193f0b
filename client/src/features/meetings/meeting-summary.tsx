import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MeetingSummary } from '#shared/contracts/meeting-summary.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchSummary, type MeetingPlace, sendSummary } from './api.ts';
import styles from './meetings.module.css';
import { useMeetingWords } from './use-meeting-words.ts';

type SummaryProps = { meeting: Meeting; place: MeetingPlace; onChange: (meeting: Meeting, said: string) => void };

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

/** What goes out after the meeting: seen first, and sent once. */
export function MeetingSummarySection({ meeting, place, onChange }: SummaryProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [summary, setSummary] = useState<MeetingSummary | null>(null);
  const show = () => action.run(async () => setSummary(await fetchSummary(place)));
  const send = () =>
    action.run(async () => {
      const sent = await sendSummary(place, meeting);
      setSummary(null);
      onChange(sent, t`The summary is on its way to the firm and to you.`);
    });
  if (meeting.summarySentAt !== null) {
    const on = words.moment(meeting.summarySentAt);
    return (
      <Section title={<Trans>Summary</Trans>}>
        <p>
          <Trans>Sent {on}. What was agreed stands as it was sent.</Trans>
        </p>
      </Section>
    );
  }
  const canSend = summary !== null && summary.firmRecipients > 0 && summary.agreedSteps > 0;
  return (
    <Section
      title={<Trans>Summary</Trans>}
      lead={<Trans>What both have agreed on goes to the firm and to you by mail, once. Look at it first.</Trans>}
    >
      {summary !== null && <Reading summary={summary} />}
      {summary?.agreedSteps === 0 && (
        <Notice tone="warning">
          <p>
            <Trans>Nothing has been agreed by both yet. Tick both sides of each step in the meeting mode first.</Trans>
          </p>
        </Notice>
      )}
      <FaultNotice fault={action.fault} title={<Trans>It has not been sent</Trans>} />
      <ButtonRow>
        {canSend && (
          <Button isBusy={action.isBusy} onClick={send}>
            <Trans>Send the summary</Trans>
          </Button>
        )}
        <Button variant="secondary" isBusy={action.isBusy} onClick={show}>
          {summary === null ? <Trans>Look at the summary</Trans> : <Trans>Look at it again</Trans>}
        </Button>
      </ButtonRow>
    </Section>
  );
}
