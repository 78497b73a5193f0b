import { Trans, useLingui } from '@lingui/react/macro';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { needsReason } from '#shared/domain/review/check-review.ts';
import { type EvidenceKind, evidenceKinds, isWholeDimension, longestReason } from '#shared/domain/review/review.ts';
import { ChoiceCards } from '../../ui/choice-cards/choice-cards.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import type { EntryDraft } from './api.ts';
import { useReview } from './review-context.tsx';
import type { Step } from './review-steps.ts';
import { SelfRated } from './self-rated.tsx';
import type { Draft } from './use-draft.ts';
import { useReviewWords } from './use-review-words.ts';
import { useSubjectWords } from './use-subject-words.ts';

const notJudged = 'not-judged';
export const emptyDraft: EntryDraft = { judgement: null, reason: '', evidence: [] };

const radioOf = ({ judgement }: EntryDraft): string | null =>
  judgement === null ? null : judgement.state === 'level' ? String(judgement.level) : notJudged;

function Judging({ step, draft }: { step: Step; draft: Draft }) {
  const { t } = useLingui();
  const { index, texts } = useReview();
  const words = useSubjectWords();
  const { code } = step;
  const entry = draft.entries.get(code) ?? emptyDraft;
  const item = index.items.get(code);
  const trace = item === undefined ? undefined : texts[itemTextKeys.trace(item)];
  const isWhole = isWholeDimension(code);
  return (
    <ChoiceCards
      name={`level-${code}`}
      legend={isWhole ? t`Your level of the area as a whole` : t`Your level`}
      description={
        trace && (
          <p>
            <strong>
              <Trans>What to look at:</Trans>
            </strong>{' '}
            {trace}
          </p>
        )
      }
      choices={[0, 1, 2, 3, 4].map((level) => ({
        value: String(level),
        label: words.levelText(code, level),
        level,
      }))}
      apart={isWhole ? [] : [{ value: notJudged, label: t`Could not be judged` }]}
      value={radioOf(entry)}
      onValueChange={(value) => {
        const judgement =
          value === notJudged ? ({ state: notJudged } as const) : ({ state: 'level', level: Number(value) } as const);
        draft.change(code, { ...entry, judgement });
      }}
    />
  );
}

function Grounds({ step, draft, entry }: { step: Step; draft: Draft; entry: EntryDraft }) {
  const { t } = useLingui();
  const { basis } = useReview();
  const words = useReviewWords();
  const { code } = step;
  const options = evidenceKinds.map((value) => ({ value, label: words.evidence(value) }));
  const isNeeded = entry.judgement !== null && needsReason({ code, judgement: entry.judgement }, basis);
  const toggle = (kind: EvidenceKind) =>
    draft.change(code, { ...entry, evidence: toggled(options, entry.evidence, kind) });
  return (
    <>
      <TextAreaField
        name={`reason-${code}`}
        label={t`Reason`}
        hint={
          isNeeded ? (
            <Trans>Needed, since it is not what the firm says. The firm reads it.</Trans>
          ) : (
            <Trans>You agree with the firm. A reason is welcome, and not needed.</Trans>
          )
        }
        isOptional={!isNeeded}
        value={entry.reason}
        maximumLength={longestReason}
        rows={3}
        onChange={({ currentTarget }) => draft.type(code, { ...entry, reason: currentTarget.value })}
        onBlur={() => void draft.send()}
      />
      <CheckboxGroup
        name={`evidence-${code}`}
        legend={t`What it rests on`}
        isOptional
        layout="inline"
        options={options}
        value={entry.evidence}
        onToggle={toggle}
      />
    </>
  );
}

/** What the firm says of one thing, and what the adviser makes of it. */
export function StepForm({ step, draft }: { step: Step; draft: Draft }) {
  const entry = draft.entries.get(step.code) ?? emptyDraft;
  return (
    <>
      <Panel tone="sunken">
        <SelfRated code={step.code} />
      </Panel>
      <Judging step={step} draft={draft} />
      {entry.judgement !== null && <Grounds step={step} draft={draft} entry={entry} />}
    </>
  );
}
