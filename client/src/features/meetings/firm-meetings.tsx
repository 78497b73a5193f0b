import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Meeting, WrittenStep } from '#shared/contracts/meetings.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RecordCard, RecordList, RecordMeta, RecordWords } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ownCalendarHref, ownFileHref, sendOwnDone, sendOwnDrop } from './api.ts';
import { StepList } from './step-list.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type CardProps = {
  meeting: Meeting;
  firm: { firmId: string; name: string };
  isBusy: boolean;
  onTick: (meeting: Meeting, step: WrittenStep, isDone: boolean) => void;
  onDrop: (meeting: Meeting, step: WrittenStep, reason: string) => Promise<void>;
};

function Card({ meeting, firm, isBusy, onTick, onDrop }: CardProps) {
  const language = useLanguage();
  const localise = useLocalised();
  const words = useMeetingWords();
  const own = { firmId: firm.firmId, meetingId: meeting.meetingId };
  const where = [meeting.place, meeting.participants].filter((part) => part !== '').join('. ');
  return (
    <RecordCard>
      <p>
        <Tag>{words.status(meeting.status)}</Tag> {words.moment(meeting.startsAt)}, {words.minutes(meeting.minutes)}
      </p>
      <h3>{localise(meeting.organisation)}</h3>
      <RecordWords>{meeting.purpose}</RecordWords>
      {where !== '' && <RecordMeta>{where}</RecordMeta>}
      {meeting.link !== '' && (
        <p>
          <ExternalLink href={meeting.link}>{meeting.link}</ExternalLink>
        </p>
      )}
      {meeting.steps.length > 0 && (
        <StepList
          meeting={meeting}
          steps={meeting.steps}
          firmName={firm.name}
          mayTick={({ owner }) => owner === 'firm'}
          isBusy={isBusy}
          onTick={(step, isDone) => onTick(meeting, step, isDone)}
          dropping={{ side: 'firm', onDrop: (step, reason) => onDrop(meeting, step, reason) }}
        />
      )}
      {meeting.files.length > 0 && (
        <ul>
          {meeting.files.map(({ meetingFileId, name, bytes }) => (
            <li key={meetingFileId}>
              <DownloadLink href={ownFileHref(own, meetingFileId)}>{name}</DownloadLink> ({words.size(bytes)})
            </li>
          ))}
        </ul>
      )}
      {meeting.status !== 'cancelled' && (
        <p>
          <DownloadLink href={ownCalendarHref(own, language)}>
            <Trans>Calendar file</Trans>
          </DownloadLink>
        </p>
      )}
    </RecordCard>
  );
}

/** The firm's own side: its meetings, their files, and what was agreed there, where it ticks off what is its own. */
export function FirmMeetings({ loaded, firm }: { loaded: readonly Meeting[]; firm: CardProps['firm'] }) {
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [meetings, setMeetings] = useState(loaded);
  const tick: CardProps['onTick'] = ({ meetingId }, { key }, isDone) =>
    action.run(async () => setMeetings(await sendOwnDone({ firmId: firm.firmId, meetingId, stepKey: key }, isDone)));
  const drop: CardProps['onDrop'] = async ({ meetingId }, { key }, reason) =>
    setMeetings(await sendOwnDrop({ firmId: firm.firmId, meetingId, stepKey: key }, reason));
  return (
    <Section title={<Trans>Meetings and what we agreed</Trans>}>
      <FaultNotice fault={action.fault} />
      {meetings.length === 0 ? (
        <EmptyState title={<Trans>No meetings yet</Trans>}>
          <p>
            <Trans>When an adviser plans a meeting with you, it stands here.</Trans>
          </p>
        </EmptyState>
      ) : (
        <RecordList>
          {meetings.map((meeting) => (
            <li key={meeting.meetingId}>
              <Card meeting={meeting} firm={firm} isBusy={action.isBusy} onTick={tick} onDrop={drop} />
            </li>
          ))}
        </RecordList>
      )}
    </Section>
  );
}
