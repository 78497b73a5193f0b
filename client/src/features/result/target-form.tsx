import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { parts } from '#shared/domain/instrument/definition.ts';
import { proposedTarget, targetLevels } from '#shared/domain/scoring/targets.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useLevelWords } from './shared-picture.tsx';
import { levelTyped, type TypedTargets, typeTargets } from './target-values.ts';
import { type OwnTargetsState, useMaySetTargets, useTargetAreas, useTargets } from './targets.tsx';
import { type Done, useSavingTargets } from './use-saving-targets.ts';
import { useWords } from './use-words.ts';

/** The levels in the words of the questionnaire, what is proposed first. */
function useLevelOptions() {
  const { t } = useLingui();
  const words = useWords();
  const proposal = words.level(proposedTarget);
  return [
    { value: '', label: t`The proposal, ${proposedTarget}: ${proposal}` },
    ...targetLevels.map((level) => ({ value: String(level), label: `${level}: ${words.level(level)}` })),
  ];
}

type OvertakenProps = { own: OwnTargetsState; typed: TypedTargets; areas: readonly string[]; onTake: () => void };

/** Where what was chosen here and what somebody else stored part. */
function Overtaken({ own, typed, areas, onTake }: OvertakenProps) {
  const { t } = useLingui();
  const words = useWords();
  const stored = typeTargets(own.stored.targets, areas);
  const say = (value: string | undefined) => String(levelTyped(value) ?? t`the proposal, ${proposedTarget}`);
  return (
    <Notice
      tone="warning"
      role="alert"
      title={<Trans>Not saved: the targets have been changed elsewhere meanwhile</Trans>}
    >
      <p>
        <Trans>
          The page now shows what was saved there. What you have chosen is still here. Save again to put it in the place
          of that, or take what is saved.
        </Trans>
      </p>
      <ul>
        {areas
          .filter((code) => typed[code] !== stored[code])
          .map((code) => {
            const [name, theirs, yours] = [words.dimension(code), say(stored[code]), say(typed[code])];
            return (
              <li key={code}>
                <Trans>
                  {name}: saved is {theirs}, you have chosen {yours}.
                </Trans>
              </li>
            );
          })}
      </ul>
      <ButtonRow>
        <Button variant="secondary" onClick={onTake}>
          <Trans>Take what is saved</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

/** How many areas have a target of their own. */
function Standing({ own, areas }: { own: OwnTargetsState; areas: readonly string[] }) {
  const count = own.stored.targets.filter(({ dimension }) => areas.includes(dimension)).length;
  const all = areas.length;
  if (count === 0) {
    return (
      <p>
        <Trans>
          You have set no targets of your own yet. The proposal, level {proposedTarget}, holds in every area.
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        You have set targets of your own in {count} of {all} areas.
      </Trans>
    </p>
  );
}

function DoneWords({ done, isSaved }: { done: Done; isSaved: boolean }) {
  switch (done) {
    case 'saved':
      return (
        <Trans>
          Your targets are saved. Flags, the order of the areas, boxes and next steps follow them, and so do the files
          that you take with you.
        </Trans>
      );
    case 'taken':
      return <Trans>The form now shows what is saved.</Trans>;
    case 'proposed':
      if (isSaved) return <Trans>The proposal is chosen everywhere, as it is saved.</Trans>;
      return <Trans>The proposal is chosen everywhere. It holds when you have saved the targets.</Trans>;
  }
}

type FormProps = { own: OwnTargetsState; areas: readonly string[] };

function TargetForm({ own, areas }: FormProps) {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const levelWords = useLevelWords();
  const options = useLevelOptions();
  const { responseId } = result.response;
  const { form, action, done, isOvertaken, send, takeStored, proposeAll } = useSavingTargets({
    ...{ responseId, own, areas },
  });
  const typed = form.watch();
  const hasOwn = areas.some((code) => levelTyped(typed[code]) !== null);
  const told = done === 'proposed' && hasOwn ? null : done;
  const status = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  const take = () => {
    takeStored();
    // The notice with the button goes.
    focusAfter(() => status.current);
  };
  useUnsaved(form.formState.isDirty);
  const shown = result.scoreProfile.dimensions.filter(({ dimension }) => areas.includes(dimension));
  return (
    <form noValidate className={styles.targetForm} onSubmit={(event) => void send(event)}>
      <Standing own={own} areas={areas} />
      {parts.map((part) => {
        const ofPart = shown.filter((score) => score.part === part);
        if (ofPart.length === 0) return null;
        return (
          <fieldset key={part} className={styles.targetPart}>
            <legend>{words.part(part)}</legend>
            <div className={styles.columns}>
              {ofPart.map((score) => {
                const level = levelWords(score);
                return (
                  <SelectField
                    key={score.dimension}
                    {...form.register(score.dimension)}
                    label={words.dimension(score.dimension)}
                    hint={t`Your level: ${level}`}
                    options={options}
                  />
                );
              })}
            </div>
          </fieldset>
        );
      })}
      {isOvertaken && <Overtaken own={own} typed={typed} areas={areas} onTake={take} />}
      <FaultNotice
        fault={action.fault}
        title={<Trans>The targets were not saved. What you chose is still here.</Trans>}
      />
      <div ref={status} role="status" tabIndex={-1}>
        {told !== null && (
          <Notice tone={told === 'proposed' ? 'info' : 'success'}>
            <p>
              <DoneWords done={told} isSaved={!form.formState.isDirty} />
            </p>
          </Notice>
        )}
      </div>
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          <Trans>Save the targets</Trans>
        </Button>
        {(hasOwn || told === 'proposed') && (
          <Button variant="quiet" isUnavailable={!hasOwn} onClick={proposeAll}>
            <Trans>Choose the proposal everywhere</Trans>
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}

/** Where the firm says how far it wants to come, area by area. */
export function OwnTargetsSection() {
  const { own } = useTargets();
  const areas = useTargetAreas();
  const maySet = useMaySetTargets();
  if (own === null || !maySet) return null;
  return (
    <div className={styles.onScreen}>
      <Section
        id="targets"
        title={<Trans>Your own targets</Trans>}
        lead={
          <Trans>
            How far do you want to come? Choose a level for each area, or leave the proposal. The suggestions of support
            stay as they are. Your targets are your own affair: advisers and whoever opens a link of yours see the
            proposal.
          </Trans>
        }
      >
        <UnsavedGuard kind="choices">
          <TargetForm own={own} areas={areas} />
        </UnsavedGuard>
      </Section>
    </div>
  );
}
