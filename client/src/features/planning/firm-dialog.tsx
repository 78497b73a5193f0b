import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { fitOf } from '#shared/domain/cohort/fit.ts';
import { kmBetween, needFor, pairPoints } from '#shared/domain/cohort/pair.ts';
import type { PlanRules } from '#shared/domain/cohort/problem.ts';
import { obstacleTo, whyNot } from '#shared/domain/cohort/why-not.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { type Costs, fetchCosts } from './api.ts';
import { obstacleToLock } from './lock-obstacle.ts';
import { lockValue } from './plan-lock.ts';
import type { PlanView, ShownEdition, ShownFirm } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';
import { useWhyWords } from './use-why-words.ts';

type FirmDialogProps = {
  view: PlanView;
  words: PlanWords;
  firm: ShownFirm;
  /** As they are to be next time. */
  rules: PlanRules;
  onLock: (value: string) => void;
  onClose: () => void;
};

type PartProps = Pick<FirmDialogProps, 'view' | 'words' | 'firm'>;

function EditionLine({ view, words, firm, edition }: PartProps & { edition: ShownEdition }) {
  const { t } = useLingui();
  const whyWords = useWhyWords(view, words);
  const { plan, document } = view;
  if (plan === null) return null;
  const need = needFor(firm, edition);
  const why = whyNot(document.problem, plan, firm, edition);
  const { fit, waiting } = pairPoints(firm, edition, document.problem.weights);
  return (
    <li>
      <strong>{words.edition(edition.words)}</strong>, {words.where(edition, edition.words)}
      {edition.position !== null && `, ${words.km(kmBetween(firm, edition))}`}:{' '}
      {why === undefined ? t`is here by the plan` : whyWords(why, { firm, edition })}.
      {need !== undefined && (
        <div className={styles.small}>
          <Trans>
            Fits {fitOf(need.fit)} of 100: suggestion {need.fit.ranking} of 40, level {need.fit.level} of 20, importance{' '}
            {need.fit.importance} of 20, wish {need.fit.wish} of 20.
          </Trans>{' '}
          {need.waitingDays !== null && `${words.hasWaited(need.waitingDays)} `}
          {view.hasPoints && <Trans>Worth {words.points(fit + waiting)} points.</Trans>}
        </div>
      )}
    </li>
  );
}

function useCostWords({ view, words, firm }: PartProps) {
  const { t } = useLingui();
  const whyWords = useWhyWords(view, words);
  const impossible = (where: string, edition: ShownEdition | undefined): string => {
    const why = edition === undefined ? undefined : obstacleTo(view.document.problem, firm, edition);
    if (why === undefined || edition === undefined)
      return t`${where}: not possible: locks, pairs or a group that must be held stand in the way.`;
    const reason = whyWords(why, { firm, edition });
    return t`${where}: not possible: ${reason}.`;
  };
  return ({ editionId, answer, cost, othersMoved }: Costs[number]): string => {
    const edition = editionId === null ? undefined : view.edition(editionId);
    const where = edition === undefined ? t`In no group` : words.edition(edition.words);
    if (answer === 'impossible') return impossible(where, edition);
    if (cost === null) return t`${where}: not found in time.`;
    const points = words.points(Math.max(0, Math.round(cost)));
    const others = plural(othersMoved, { one: '# other firm moves', other: '# other firms move' });
    if (answer === 'as-good') return t`${where}: at least as good as the plan; ${others}.`;
    if (answer === 'at-most') return t`${where}: costs at most ${points} points; ${others}.`;
    return t`${where}: costs ${points} points; ${others}.`;
  };
}

type CostPartProps = PartProps & { costs: Costs | null; onFound: (costs: Costs) => void };

function CostPart({ view, words, firm, costs, onFound }: CostPartProps) {
  const answer = useRef<HTMLParagraphElement>(null);
  const focusAfter = useFocusAfter();
  const action = useAction(useProblemWords());
  const costWords = useCostWords({ view, words, firm });
  const { organisationId, planId } = view.document;
  const leaving = useRef<AbortController>(null);
  // Nobody waits for the answer once the dialog is closed.
  useEffect(() => () => leaving.current?.abort(), []);
  const ask = () => {
    const asked = new AbortController();
    leaving.current = asked;
    action.run(async () => {
      onFound(await fetchCosts({ organisationId, planId, firmId: firm.firmId }, asked.signal));
      focusAfter(() => answer.current);
    });
  };
  return (
    <div role="status">
      <FaultNotice fault={action.fault} />
      {costs === null ? (
        <Button variant="secondary" isBusy={action.isBusy} onClick={ask}>
          {action.isBusy ? <Trans>Solves again …</Trans> : <Trans>What would it cost to move it?</Trans>}
        </Button>
      ) : (
        <>
          <p ref={answer} tabIndex={-1}>
            <Trans>Found by solving the plan again with the firm there:</Trans>
          </p>
          <ul className={styles.list}>
            {costs.map((cost) => (
              <li key={cost.editionId ?? 'none'}>{costWords(cost)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type WarningProps = PartProps & { rules: PlanRules; value: string; costs: Costs | null };

/** That no plan keeps to what has been chosen, before it is asked for. */
function LockWarning({ view, words, firm, rules, value, costs }: WarningProps) {
  const whyWords = useWhyWords(view, words);
  const { problem } = view.document;
  const obstacle = obstacleToLock({ ...problem, rules }, firm, value);
  const editionId = value === 'nowhere' ? null : value.startsWith('in ') ? value.slice(3) : undefined;
  const isShownImpossible =
    costs?.some((each) => each.editionId === editionId && each.answer === 'impossible') === true;
  if (obstacle === undefined && !isShownImpossible) return null;
  const why = obstacle === undefined ? '' : whyWords(obstacle.why, { firm, edition: obstacle.edition });
  return (
    <Notice tone="warning" title={<Trans>No plan can keep to this</Trans>}>
      <p>
        {obstacle === undefined ? (
          <Trans>Locks, pairs or a group that must be held stand in the way.</Trans>
        ) : (
          <Trans>Why: {why}.</Trans>
        )}{' '}
        <Trans>Give that up first, or choose something else.</Trans>
      </p>
    </Notice>
  );
}

/** Why a firm is where it is, what it would cost to move it, and what is to hold for it next time. */
export function FirmDialog(props: FirmDialogProps) {
  const { view, words, firm, rules, onLock, onClose } = props;
  const { t } = useLingui();
  const before = lockValue(rules.locks, firm.firmId);
  const [value, setValue] = useState(before);
  const [costs, setCosts] = useState<Costs | null>(null);
  const relevant = view.editions.filter((edition) => needFor(firm, edition) !== undefined);
  const options = [
    { value: '', label: t`The plan decides` },
    ...relevant.map((edition) => ({
      value: `in ${edition.editionId}`,
      label: t`In: ${words.edition(edition.words)}, ${words.when(edition)}`,
    })),
    ...relevant.map((edition) => ({
      value: `out ${edition.editionId}`,
      label: t`Not in: ${words.edition(edition.words)}, ${words.when(edition)}`,
    })),
    { value: 'somewhere', label: t`In some group, whichever` },
    { value: 'nowhere', label: t`In no group` },
  ];
  return (
    <Dialog
      isOpen
      title={words.firm(firm.words)}
      onClose={onClose}
      cancelLabel={<Trans>Close</Trans>}
      actions={
        <Button
          isUnavailable={value === before}
          onClick={() => {
            onLock(value);
            onClose();
          }}
        >
          <Trans>Let this hold</Trans>
        </Button>
      }
    >
      <ul className={styles.list}>
        {relevant.map((edition) => (
          <EditionLine key={edition.editionId} view={view} words={words} firm={firm} edition={edition} />
        ))}
      </ul>
      {view.hasPoints && <CostPart view={view} words={words} firm={firm} costs={costs} onFound={setCosts} />}
      <SelectField
        name="lock"
        label={t`What is to hold for the firm`}
        hint={t`Holds when the plan is solved again.`}
        value={value}
        options={options}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <div role="status">
        <LockWarning view={view} words={words} firm={firm} rules={rules} value={value} costs={costs} />
      </div>
    </Dialog>
  );
}
