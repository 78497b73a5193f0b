import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isDayFit, type MeetingStep, mostSteps, moveStep } from '#shared/domain/meeting/meeting-step.ts';
import type { KeptStep } from '#shared/domain/meeting/unagreed-step.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { useOwnWords } from '../../ui/own-words/own-words.tsx';
import type { OwnWords } from '../../ui/own-words/words-reducer.ts';
import { Section } from '../../ui/page/section.tsx';
import styles from './room.module.css';
import { RoomSaveState } from './room-save-state.tsx';
import { type OwnerNames, StepEditor } from './step-editor.tsx';
import { newStepKey } from './step-key.ts';
import { useMeetingWords } from './use-meeting-words.ts';
import type { useRoom } from './use-room.ts';

type RoomStepsProps = {
  room: ReturnType<typeof useRoom>;
  names: OwnerNames;
  proposals: readonly string[];
  kept: readonly KeptStep[];
};

type Begun = Partial<Pick<MeetingStep, 'what' | 'owner' | 'dueOn'>>;

const newStep = (begun: Begun): MeetingStep => ({
  what: '',
  owner: 'firm',
  dueOn: null,
  ...begun,
  key: newStepKey(),
  isAgreedByFirm: false,
  isAgreedByProvider: false,
});

type ProposalsProps = { title: ReactNode; proposals: readonly Proposal[]; onChoose: (begun: Begun) => void };
type Proposal = { what: string; from?: string; begun: Begun };

function Proposals({ title, proposals, onChoose }: ProposalsProps) {
  const { t } = useLingui();
  if (proposals.length === 0) return null;
  return (
    <div className={styles.proposals}>
      <h3>{title}</h3>
      <ul>
        {proposals.map(({ what, from, begun }) => (
          <li key={`${from} ${what}`}>
            <span>
              {what}
              {from !== undefined && <small> ({from})</small>}
            </span>
            <Button variant="secondary" aria-label={t`Take as a step: ${what}`} onClick={() => onChoose(begun)}>
              <Trans>Take as a step</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The steps that are worded otherwise than they are stored, and not as they were proposed: that tells of the firm. */
function useUnstored({ steps, stored }: RoomStepsProps['room'], proposed: readonly string[]): OwnWords[] {
  const { t } = useLingui();
  const isStored = ({ key, what, dueOn }: MeetingStep) =>
    stored.some((each) => each.key === key && each.what === what && each.dueOn === dueOn);
  return steps.flatMap((step, index) => {
    const number = index + 1;
    if (isStored(step) || proposed.includes(step.what)) return [];
    return { label: t`Step ${number}`, text: step.dueOn === null ? step.what : `${step.what} (${step.dueOn})` };
  });
}

/** What the two write down together: saved as they write, in the order they choose. */
export function RoomSteps({ room, names, proposals, kept }: RoomStepsProps) {
  const words = useMeetingWords();
  const focusAfter = useFocusAfter();
  const { steps, change, save } = room;
  useOwnWords(useUnstored(room, [...proposals, ...kept.map(({ step }) => step.what)]));
  const add = (begun: Begun = {}) => {
    const step = newStep(begun);
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
  const isUnused = ({ what }: { what: string }) => !steps.some((step) => step.what.trim() === what.trim());
  const ofKept = kept.map(({ startsAt, step: { what, owner, dueOn } }) => ({
    what,
    from: words.day(startsAt),
    begun: { what, owner, dueOn },
  }));
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
              isDayUnfit={save.kind === 'day-unfit' && !isDayFit(step)}
              onChange={(changed) => change(steps.map((each) => (each.key === changed.key ? changed : each)))}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <p>
        <Button id="add-step" isUnavailable={isFull} onClick={() => add()}>
          <Trans>Add a step</Trans>
        </Button>
      </p>
      {!isFull && (
        <>
          <Proposals
            title={<Trans>Not agreed yet, from earlier meetings</Trans>}
            proposals={ofKept.filter(isUnused)}
            onChoose={add}
          />
          <Proposals
            title={<Trans>Proposals from the result</Trans>}
            proposals={proposals.map((what) => ({ what, begun: { what } })).filter(isUnused)}
            onChoose={add}
          />
        </>
      )}
    </Section>
  );
}
