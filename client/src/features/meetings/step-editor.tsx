import { Trans, useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { earliestDay, latestDay } from '#shared/domain/meeting/meant-day.ts';
import {
  isAgreed,
  isDayFit,
  longestStep,
  type MeetingStep,
  rewordStep,
  type StepOwner,
  stepOwners,
} from '#shared/domain/meeting/meeting-step.ts';
import { today } from '../../lib/today.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './room.module.css';

type StepWords = Parameters<typeof rewordStep>[1];
export type OwnerNames = Readonly<Record<StepOwner, string>>;

type StepEditorProps = {
  step: MeetingStep;
  /** Counted from 1. */
  number: number;
  count: number;
  names: OwnerNames;
  /** The day is why it could not be saved. */
  isDayUnfit: boolean;
  onChange: (step: MeetingStep) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
};

function Agreement({ step, names, onChange }: Pick<StepEditorProps, 'step' | 'names' | 'onChange'>) {
  const { firm, provider } = names;
  const { t } = useLingui();
  const isWritten = step.what.trim() !== '';
  return (
    <div className={styles.agreement}>
      <CheckboxField
        name={`firm-${step.key}`}
        label={t`${firm} agrees`}
        checked={step.isAgreedByFirm}
        disabled={!isWritten}
        onChange={({ currentTarget }) => onChange({ ...step, isAgreedByFirm: currentTarget.checked })}
      />
      <CheckboxField
        name={`provider-${step.key}`}
        label={t`${provider} agrees`}
        checked={step.isAgreedByProvider}
        disabled={!isWritten}
        onChange={({ currentTarget }) => onChange({ ...step, isAgreedByProvider: currentTarget.checked })}
      />
      {isAgreed(step) && (
        <Tag tone="success">
          <Trans>Agreed</Trans>
        </Tag>
      )}
    </div>
  );
}

function Order({
  number,
  count,
  onMove,
  onRemove,
  id,
}: Omit<StepEditorProps, 'step' | 'names' | 'isDayUnfit' | 'onChange'> & { id: string }) {
  const { t } = useLingui();
  return (
    <ButtonRow>
      <Button
        id={`up-${id}`}
        variant="quiet"
        isUnavailable={number === 1}
        aria-label={t`Up: step ${number}`}
        onClick={() => onMove(-1)}
      >
        <Trans>Up</Trans>
      </Button>
      <Button
        id={`down-${id}`}
        variant="quiet"
        isUnavailable={number === count}
        aria-label={t`Down: step ${number}`}
        onClick={() => onMove(1)}
      >
        <Trans>Down</Trans>
      </Button>
      <Button variant="quiet" aria-label={t`Remove step ${number}`} onClick={onRemove}>
        <Trans>Remove</Trans>
      </Button>
    </ButtonRow>
  );
}

type DueDayProps = Pick<StepEditorProps, 'step' | 'isDayUnfit'> & { onReword: (words: StepWords) => void };

/** Until when. A day that has been is kept, but hardly meant. */
function DueDay({ step, isDayUnfit, onReword }: DueDayProps) {
  const { t } = useLingui();
  const { dueOn } = step;
  const hasBeen = dueOn !== null && isDayFit(step) && dueOn < today();
  return (
    <TextField
      name={`due-${step.key}`}
      label={t`Until`}
      type="date"
      min={earliestDay}
      max={latestDay}
      hint={hasBeen ? t`That day has been.` : undefined}
      error={isDayUnfit ? t`Choose a day between 2000 and 2099.` : undefined}
      value={dueOn ?? ''}
      onChange={({ currentTarget }) => onReword({ dueOn: currentTarget.value === '' ? null : currentTarget.value })}
    />
  );
}

/** One step: what, who, until when, and whether both are in on it. Alt with an arrow moves it. */
export function StepEditor(props: StepEditorProps) {
  const { t } = useLingui();
  const { step, number, names, isDayUnfit, onChange, onMove } = props;
  const reword = (words: StepWords) => onChange(rewordStep(step, words));
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <fieldset className={styles.step} onKeyDown={moveByKey}>
      <legend>
        <Trans>Step {number}</Trans>
      </legend>
      <TextField
        name={`what-${step.key}`}
        label={t`What`}
        value={step.what}
        maxLength={longestStep}
        autoComplete="off"
        onChange={({ currentTarget }) => reword({ what: currentTarget.value })}
      />
      <div className={styles.who}>
        <SelectField
          name={`owner-${step.key}`}
          label={t`Who`}
          value={step.owner}
          options={stepOwners.map((owner) => ({ value: owner, label: names[owner] }))}
          onChange={({ currentTarget }) => reword({ owner: currentTarget.value as StepOwner })}
        />
        <DueDay step={step} isDayUnfit={isDayUnfit} onReword={reword} />
      </div>
      <Agreement step={step} names={names} onChange={onChange} />
      <Order {...props} id={step.key} />
    </fieldset>
  );
}
