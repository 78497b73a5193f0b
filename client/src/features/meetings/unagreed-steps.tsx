import { Trans, useLingui } from '@lingui/react/macro';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isUnagreed } from '#shared/domain/meeting/unagreed-step.ts';
import { RecordList, RecordMeta } from '../../ui/record/record.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type UnagreedStepsProps = { meeting: Meeting; firmName: string; title: 'h2' | 'h3' };

/** What was written down and not agreed by both: it is not lost, and not shown to the firm. */
export function UnagreedSteps({ meeting, firmName, title: Title }: UnagreedStepsProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const steps = meeting.steps.filter(isUnagreed);
  if (steps.length === 0) return null;
  const isOver = meeting.status === 'cancelled' || meeting.summarySentAt !== null;
  return (
    <>
      <Title>
        <Trans>Not agreed yet</Trans>
      </Title>
      <p>
        {isOver ? (
          <Trans>Kept for the next meeting, where it is proposed. The firm does not see it.</Trans>
        ) : (
          <Trans>
            Not ticked by both. Before you send the summary you choose what becomes of it. The firm does not see it.
          </Trans>
        )}
      </p>
      <RecordList>
        {steps.map(({ key, what, owner, dueOn }) => {
          const who = words.owner(owner, meeting, firmName);
          const due = dueOn === null ? '' : words.day(dueOn);
          return (
            <li key={key}>
              <div>
                <p>{what}</p>
                <RecordMeta>{due === '' ? who : t`${who}, by ${due}`}</RecordMeta>
              </div>
            </li>
          );
        })}
      </RecordList>
    </>
  );
}
