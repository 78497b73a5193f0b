import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MeetingStep } from '#shared/domain/meeting/meeting-step.ts';
import type { StepFate } from '#shared/domain/meeting/unagreed-step.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { ChosenFates } from './api.ts';

type StepFatesProps = {
  steps: readonly MeetingStep[];
  fates: ChosenFates;
  onChoose: (fates: ChosenFates) => void;
};

function ForAll({ steps, onChoose }: Omit<StepFatesProps, 'fates'>) {
  const all = (fate: StepFate) => onChoose(Object.fromEntries(steps.map(({ key }) => [key, fate])));
  return (
    <ButtonRow>
      <Button variant="quiet" onClick={() => all('take')}>
        <Trans>Take in all</Trans>
      </Button>
      <Button variant="quiet" onClick={() => all('keep')}>
        <Trans>Keep all</Trans>
      </Button>
      <Button variant="quiet" onClick={() => all('drop')}>
        <Trans>Drop all</Trans>
      </Button>
    </ButtonRow>
  );
}

/** Says which steps the firm would not read, and asks what becomes of each. */
export function StepFates({ steps, fates, onChoose }: StepFatesProps) {
  const { t } = useLingui();
  if (steps.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={<Plural value={steps.length} one="# step is not agreed by both" other="# steps are not agreed by both" />}
    >
      <p>
        <Trans>What you keep stays on the meeting and is proposed at the next one. The firm does not read it.</Trans>
      </p>
      {steps.length > 1 && <ForAll steps={steps} onChoose={onChoose} />}
      {steps.map(({ key, what }) => (
        <RadioGroup
          key={key}
          name={`fate-${key}`}
          legend={what}
          layout="inline"
          value={fates[key] ?? 'keep'}
          options={[
            { value: 'keep', label: t`Keep for the next meeting` },
            { value: 'take', label: t`Take it in: both agree` },
            { value: 'drop', label: t`Drop it` },
          ]}
          onChange={({ currentTarget }) => onChoose({ ...fates, [key]: currentTarget.value as StepFate })}
        />
      ))}
    </Notice>
  );
}
