import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { isWholeDimension } from '#shared/domain/review/review.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Shortcuts } from '../../ui/shortcuts/shortcuts.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { useReview } from './review-context.tsx';
import { countSteps, isReasonMissing, type Step, type StepFilter, stepFilters } from './review-steps.ts';
import styles from './reviewing.module.css';
import { SaveLine } from './save-line.tsx';
import { emptyDraft, StepForm } from './step-form.tsx';
import type { Draft } from './use-draft.ts';
import { useSubjectWords } from './use-subject-words.ts';
import type { Where } from './use-where.ts';

function Bar({ where, draft }: { where: Where; draft: Draft }) {
  const { t } = useLingui();
  const { basis } = useReview();
  const words = useSubjectWords();
  const { steps, step, filter, go } = where;
  const { total, judged, differing, withoutReason } = countSteps(steps, basis, draft.entries);
  const dimensions = [...new Set(steps.map(({ dimension }) => dimension))];
  const labels: Record<StepFilter, string> = { all: t`All`, left: t`Not gone through`, differs: t`Differ` };
  return (
    <>
      <p>
        <Trans>
          {judged} of {total} gone through, {differing} differ.
        </Trans>{' '}
        {withoutReason > 0 && (
          <strong>
            <Trans>Without the reason that is needed: {withoutReason}.</Trans>
          </strong>
        )}
      </p>
      <div className={styles.bar}>
        <SelectField
          name="dimension"
          label={t`Area`}
          options={dimensions.map((value) => ({ value, label: words.dimension(value) }))}
          value={step?.dimension ?? ''}
          onChange={({ currentTarget }) => {
            const first = steps.find(({ dimension }) => dimension === currentTarget.value);
            if (first !== undefined) go({ at: first.code });
          }}
        />
        <RadioGroup
          name="show"
          legend={t`Show`}
          layout="inline"
          options={stepFilters.map((value) => ({ value, label: labels[value] }))}
          value={filter}
          onChange={({ currentTarget }) => go({ show: currentTarget.value as StepFilter })}
        />
      </div>
    </>
  );
}

/** Between going through the questions of a dimension and judging it as a whole, as long as nothing was judged. */
function WholeSwitch({ step, where, draft }: { step: Step; where: Where; draft: Draft }) {
  const words = useSubjectWords();
  const { dimension } = step;
  const name = words.dimension(dimension);
  const entry = draft.entries.get(step.code);
  const isWhole = isWholeDimension(step.code);
  const { steps, go, setWhole } = where;
  const isBegun = steps.some(
    (each) => each.dimension === dimension && (draft.entries.get(each.code)?.judgement ?? null) !== null,
  );
  if (isBegun) {
    if (entry === undefined || entry.judgement === null) return null;
    return (
      <Button variant="quiet" onClick={() => draft.change(step.code, emptyDraft)}>
        <Trans>Take this judgement away</Trans>
      </Button>
    );
  }
  const toggle = () => {
    setWhole((before) => {
      const next = new Set(before);
      if (isWhole) next.delete(dimension);
      else next.add(dimension);
      return next;
    });
    go({ at: dimension });
  };
  return (
    <Button variant="quiet" onClick={toggle}>
      {isWhole ? <Trans>Go through the questions instead</Trans> : <Trans>Judge {name} as a whole instead</Trans>}
    </Button>
  );
}

function StepHeading({ step, position, total }: { step: Step; position: number; total: number }) {
  const words = useSubjectWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { code } = step;
  const shownBefore = useRef(code);
  // Whoever goes on by keyboard hears where they came to.
  useEffect(() => {
    if (shownBefore.current !== code) heading.current?.focus();
    shownBefore.current = code;
  }, [code]);
  const area = words.dimension(step.dimension);
  return (
    <div>
      <p>
        <Trans>
          {area} · {position} of {total}
        </Trans>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {isWholeDimension(code) ? <Trans>{area} as a whole</Trans> : words.subject(code)}
      </h2>
    </div>
  );
}

function CurrentStep({ step, where, draft }: { step: Step; where: Where; draft: Draft }) {
  const { t } = useLingui();
  const { basis } = useReview();
  const { shown, go } = where;
  const position = shown.findIndex(({ code }) => code === step.code);
  const [previous, next] = [shown[position - 1], shown[position + 1]];
  const leave = (to: Step | undefined) => {
    void draft.send();
    if (to !== undefined) go({ at: to.code });
  };
  const entry = draft.entries.get(step.code) ?? emptyDraft;
  const judge = (key: string) =>
    draft.change(step.code, { ...entry, judgement: { state: 'level', level: Number(key) } });
  const shortcuts = [
    { keys: ['0', '1', '2', '3', '4'], shownAs: '0–4', label: t`Judge at this level`, act: judge },
    { keys: ['n'], shownAs: 'N', label: t`Next`, act: () => leave(next) },
    { keys: ['p'], shownAs: 'P', label: t`Previous`, act: () => leave(previous) },
  ];
  return (
    <section className={styles.step}>
      <StepHeading step={step} position={position + 1} total={shown.length} />
      <StepForm key={step.code} step={step} draft={draft} />
      {isReasonMissing(basis, draft.entries, step.code) && (
        <p>
          <Trans>The reason is still missing. The judgement is kept; the review cannot be given without it.</Trans>
        </p>
      )}
      <ButtonRow>
        <Button isUnavailable={next === undefined} onClick={() => leave(next)}>
          <Trans>Next</Trans>
        </Button>
        <Button variant="secondary" isUnavailable={previous === undefined} onClick={() => leave(previous)}>
          <Trans>Previous</Trans>
        </Button>
        <WholeSwitch step={step} where={where} draft={draft} />
      </ButtonRow>
      <Shortcuts shortcuts={shortcuts} />
    </section>
  );
}

/** Going through the answers, one at a time. */
export function ReviewWorkspace({ draft, where }: { draft: Draft; where: Where }) {
  const { step, shown } = where;
  return (
    <>
      <SaveLine status={draft.status} onRetry={() => void draft.send()} />
      <ConflictNotice draft={draft} />
      <Bar where={where} draft={draft} />
      {step === undefined || shown.length === 0 ? (
        <EmptyState title={<Trans>There is nothing to review in this submission</Trans>} />
      ) : (
        <CurrentStep step={step} where={where} draft={draft} />
      )}
    </>
  );
}
