import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { MeetingSummary } from '#shared/contracts/meeting-summary.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isUnagreed } from '#shared/domain/meeting/unagreed-step.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { type ChosenFates, type MeetingPlace, sendSummary } from './api.ts';
import { hasBegun } from './has-begun.ts';
import { useMeetingWords } from './use-meeting-words.ts';

type SendSummaryProps = {
  meeting: Meeting;
  place: MeetingPlace;
  summary: MeetingSummary;
  fates: ChosenFates;
  isUnavailable: boolean;
  onSent: (meeting: Meeting) => void;
};

function Follows({ meeting, summary, fates, isEarly }: SendSummaryProps & { isEarly: boolean }) {
  const words = useMeetingWords();
  const moment = words.moment(meeting.startsAt);
  const unagreed = meeting.steps.filter(isUnagreed);
  const dropped = unagreed.filter(({ key }) => fates[key] === 'drop').length;
  const kept = unagreed.filter(({ key }) => (fates[key] ?? 'keep') === 'keep').length;
  return (
    <>
      {isEarly && (
        <p>
          <Trans>It is planned to begin on {moment}.</Trans>
        </p>
      )}
      <p>
        <Plural
          value={summary.agreedSteps}
          one="# agreed step goes to the firm and to you."
          other="# agreed steps go to the firm and to you."
        />{' '}
        {kept > 0 && (
          <Plural
            value={kept}
            one="# step is kept for the next meeting."
            other="# steps are kept for the next meeting."
          />
        )}{' '}
        {dropped > 0 && <Plural value={dropped} one="# step is dropped." other="# steps are dropped." />}
      </p>
      <p>
        {meeting.status === 'planned' && (
          <Trans>The meeting is set as held, and is written among the contacts with the firm.</Trans>
        )}{' '}
        <Trans>It is sent once, and what was agreed cannot be changed afterwards.</Trans>
      </p>
    </>
  );
}

/** The last question before it goes out: what follows, and whether a meeting that has not begun has been held. */
export function SendSummary(props: SendSummaryProps) {
  const { meeting, place, fates, isUnavailable, onSent } = props;
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [isAsking, setAsking] = useState(false);
  const isEarly = meeting.status === 'planned' && !hasBegun(meeting);
  return (
    <>
      <Button isUnavailable={isUnavailable} onClick={() => setAsking(true)}>
        <Trans>Send the summary</Trans>
      </Button>
      <ActionDialog
        isOpen={isAsking}
        isDangerous={false}
        title={isEarly ? <Trans>The meeting has not begun. Has it been held?</Trans> : <Trans>Send the summary?</Trans>}
        confirm={isEarly ? <Trans>It has been held: send</Trans> : <Trans>Send</Trans>}
        action={action}
        onConfirm={() => sendSummary(place, meeting, fates)}
        onClose={() => setAsking(false)}
        onDone={onSent}
      >
        <Follows {...props} isEarly={isEarly} />
      </ActionDialog>
    </>
  );
}
