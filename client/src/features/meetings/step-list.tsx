import { Trans, useLingui } from '@lingui/react/macro';
import type { Meeting, WrittenStep } from '#shared/contracts/meetings.ts';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { RecordList, RecordMeta } from '../../ui/record/record.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type StepListProps = {
  meeting: Meeting;
  steps: readonly WrittenStep[];
  firmName: string;
  /** Who may say that it is done. */
  mayTick: (step: WrittenStep) => boolean;
  isBusy: boolean;
  onTick: (step: WrittenStep, isDone: boolean) => void;
};

/** What was agreed, with whose it is and until when; what is one's own is ticked off here. */
export function StepList({ meeting, steps, firmName, mayTick, isBusy, onTick }: StepListProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const about = ({ owner, dueOn, doneAt }: WrittenStep): string => {
    const who = words.owner(owner, meeting, firmName);
    const due = dueOn === null ? '' : words.day(dueOn);
    const until = due === '' ? who : t`${who}, by ${due}`;
    const on = doneAt === null ? '' : words.day(doneAt);
    return on === '' ? until : t`${until}. Done ${on}`;
  };
  return (
    <RecordList>
      {steps.map((step) => (
        <li key={step.key}>
          {mayTick(step) ? (
            <CheckboxField
              name={`done-${meeting.meetingId}-${step.key}`}
              label={step.what}
              hint={about(step)}
              checked={step.doneAt !== null}
              disabled={isBusy}
              onChange={({ currentTarget }) => onTick(step, currentTarget.checked)}
            />
          ) : (
            <div>
              <p>{step.what}</p>
              <RecordMeta>
                {about(step)} {step.doneAt === null && <Trans>(not ticked off yet)</Trans>}
              </RecordMeta>
            </div>
          )}
        </li>
      ))}
    </RecordList>
  );
}
