import { Trans, useLingui } from '@lingui/react/macro';
import { type MeetingStep, mostSteps, moveStep } from '#shared/domain/meeting/meeting-step.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './room.module.css';
import { RoomSaveState } from './room-save-state.tsx';
import { type OwnerNames, StepEditor } from './step-editor.tsx';
import { newStepKey } from './step-key.ts';
import type { useRoom } from './use-room.ts';

type RoomStepsProps = { room: ReturnType<typeof useRoom>; names: OwnerNames; proposals: readonly string[] };

const emptyStep = (what: string): MeetingStep => ({
  key: newStepKey(),
  what,
  owner: 'firm',
  dueOn: null,
  isAgreedByFirm: false,
  isAgreedByProvider: false,
});

function Proposals({ proposals, onChoose }: { proposals: readonly string[]; onChoose: (what: string) => void }) {
  const { t } = useLingui();
  if (proposals.length === 0) return null;
  return (
    <div className={styles.proposals}>
      <h3>
        <Trans>Proposals from the result</Trans>
      </h3>
      <ul>
        {proposals.map((what) => (
          <li key={what}>
            <span>{what}</span>
            <Button variant="secondary" aria-label={t`Take as a step: ${what}`} onClick={() => onChoose(what)}>
              <Trans>Take as a step</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the two write down together: saved as they write, in the order they choose. */
export function RoomSteps({ room, names, proposals }: RoomStepsProps) {
  const focusAfter = useFocusAfter();
  const { steps, change } = room;
  const add = (what: string) => {
    const step = emptyStep(what);
    change([...steps, step]);
    focusAfter(() => document.getElementById(fieldId(`what-${step.key}`)));
  };
  const move = (index: number, by: number) => {
    // In some browsers what is moved on the page loses the focus.
    const { activeElement } = document;
    change(moveStep(steps, index, by));
    focusAfter(() => (activeElement instanceof HTMLElement ? activeElement : null));
  };
  const remove = (index: number) => {
    const next = steps[index + 1] ?? steps[index - 1];
    change(steps.filter((_, place) => place !== index));
    focusAfter(() => document.getElementById(next === undefined ? 'add-step' : fieldId(`what-${next.key}`)));
  };
  const isFull = steps.length >= mostSteps;
  const unused = proposals.filter((what) => !steps.some((step) => step.what === what));
  return (
    <Section title={<Trans>What we do next</Trans>}>
      <RoomSaveState room={room} />
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.key}>
            <StepEditor
              step={step}
              number={index + 1}
              count={steps.length}
              names={names}
              onChange={(changed) => change(steps.map((each) => (each.key === changed.key ? changed : each)))}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p>
        <Button id="add-step" isUnavailable={isFull} onClick={() => add('')}>
          <Trans>Add a step</Trans>
        </Button>
      </p>
      {!isFull && <Proposals proposals={unused} onChoose={add} />}
    </Section>
  );
}
