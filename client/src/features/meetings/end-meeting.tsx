import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Meeting } from '#shared/contracts/meetings.ts';
import type { MeetingMove } from '#shared/domain/meeting/meeting-states.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type MeetingPlace, sendEnd } from './api.ts';
import { hasBegun } from './has-begun.ts';
import { useMeetingWords } from './use-meeting-words.ts';

type EndMeetingProps = { meeting: Meeting; place: MeetingPlace; onChange: (meeting: Meeting, said: string) => void };

/** Says that the meeting was held, or that it will not be. */
export function EndMeeting({ meeting, place, onChange }: EndMeetingProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const action = useAction(words.problem);
  const [move, setMove] = useState<MeetingMove | null>(null);
  if (meeting.status !== 'planned') return null;
  const isCancelling = move === 'cancel';
  const moment = words.moment(meeting.startsAt);
  return (
    <Section title={<Trans>The end of the meeting</Trans>}>
      <ButtonRow>
        <Button variant="secondary" onClick={() => setMove('hold')}>
          <Trans>The meeting was held</Trans>
        </Button>
        <Button variant="quiet" onClick={() => setMove('cancel')}>
          <Trans>Cancel the meeting</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={move !== null}
        isDangerous={isCancelling}
        title={isCancelling ? <Trans>Cancel the meeting?</Trans> : <Trans>Was the meeting held?</Trans>}
        confirm={isCancelling ? <Trans>Cancel the meeting</Trans> : <Trans>It was held</Trans>}
        action={action}
        onConfirm={() => sendEnd(place, meeting.revision, move ?? 'hold')}
        onClose={() => setMove(null)}
        onDone={(ended) =>
          onChange(
            ended,
            ended.status === 'cancelled'
              ? t`The meeting is cancelled. Tell the firm, too.`
              : t`The meeting stands among the contacts.`,
          )
        }
      >
        {!isCancelling && !hasBegun(meeting) && (
          <p>
            <Trans>It is planned to begin on {moment}.</Trans>
          </p>
        )}
        <p>
          {isCancelling ? (
            <Trans>The firm sees it as cancelled. Nothing is sent. This cannot be undone.</Trans>
          ) : (
            <Trans>
              It is written among the contacts with the firm, and the firm sees what both have agreed on. The summary
              can still be sent.
            </Trans>
          )}
        </p>
      </ActionDialog>
    </Section>
  );
}
