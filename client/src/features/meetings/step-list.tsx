import { Trans, useLingui } from '@lingui/react/macro';
import type { Meeting, WrittenStep } from '#shared/contracts/meetings.ts';
import { mayDropStep, type StepOwner } from '#shared/domain/meeting/meeting-step.ts';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { RecordList, RecordMeta } from '../../ui/record/record.tsx';
import { DropStep } from './drop-step.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type StepListProps = {
  meeting: Meeting;
  steps: readonly WrittenStep[];
  firmName: string;
  /** Who may say that it is done. */
  mayTick: (step: WrittenStep) => boolean;
  isBusy: boolean;
  onTick: (step: WrittenStep, isDone: boolean) => void;
  /** From whose side something can be dropped; the reason is for the other one. */
  dropping?: { side: StepOwner; onDrop: (step: WrittenStep, reason: string) => Promise<void> };
};

function Dropped({ step, about, by }: { step: WrittenStep; about: string; by: string }) {
  const words = useMeetingWords();
  if (step.dropped === null) return null;
  const { reason } = step.dropped;
  const on = words.day(step.dropped.at);
  return (
    <div>
      <p>
        <s>{step.what}</s>
      </p>
      <RecordMeta>{about}</RecordMeta>
      <p>
        <Trans>
          Dropped {on} by {by}: “{reason}”
        </Trans>
      </p>
    </div>
  );
}

/** What was agreed, with whose it is and until when; what is one's own is ticked off here. */
export function StepList({ meeting, steps, firmName, mayTick, isBusy, onTick, dropping }: StepListProps) {
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
          {step.dropped !== null ? (
            <Dropped step={step} about={about(step)} by={words.owner(step.dropped.by, meeting, firmName)} />
          ) : mayTick(step) ? (
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
          {dropping !== undefined && mayDropStep(meeting, step) && (
            <DropStep
              step={step}
              reader={words.owner(dropping.side === 'firm' ? 'provider' : 'firm', meeting, firmName)}
              isBusy={isBusy}
              onDrop={dropping.onDrop}
            />
          )}
        </li>
      ))}
    </RecordList>
  );
}
