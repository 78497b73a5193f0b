import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanDocument } from '#shared/contracts/plans.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { Section } from '../../ui/page/section.tsx';
import type { PlanView } from './plan-view.ts';
import { viewPlan } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type DifferenceProps = { view: PlanView; before: PlanDocument; words: PlanWords };
type Change = { firmId: string; from: string | undefined; to: string | undefined };

function placesOf(view: PlanView): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { firmId, editionId } of view.plan?.assignments ?? []) places.set(firmId, editionId);
  return places;
}

function changesBetween(before: PlanView, after: PlanView): Change[] {
  const [was, is] = [placesOf(before), placesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((firmId) => ({ firmId, from: was.get(firmId), to: is.get(firmId) }))
    .filter(({ from, to }) => from !== to);
}

/** What became of the plan before: who came in, went out or moved, and what it is worth by the same measure. */
export function PlanDifference({ view, before, words }: DifferenceProps) {
  const { t } = useLingui();
  const earlier = viewPlan(before);
  if (view.plan === null || earlier.plan === null) return null;
  const changes = changesBetween(earlier, view);
  const { problem } = view.document;
  const points = words.points(scorePlan(problem, view.plan).total);
  // By the weights and wishes of now; by its own it may have been worth something else.
  const pointsBefore = words.points(scorePlan(problem, earlier.plan).total);
  const editionName = (editionId: string): string => {
    const edition = view.edition(editionId) ?? earlier.edition(editionId);
    return edition === undefined ? '–' : words.edition(edition.words);
  };
  const changeWords = ({ firmId, from, to }: Change): string => {
    const firm = view.firm(firmId) ?? earlier.firm(firmId);
    const name = firm === undefined ? '–' : words.firm(firm.words);
    if (from === undefined) return t`${name}: now in ${editionName(to ?? '')}.`;
    if (to === undefined) return t`${name}: no longer in ${editionName(from)}.`;
    return t`${name}: from ${editionName(from)} to ${editionName(to)}.`;
  };
  return (
    <Section title={<Trans>Compared with the plan before</Trans>}>
      <p>
        <Trans>
          Worth {points} points. The plan before is worth {pointsBefore} by the weights and wishes of now.
        </Trans>
      </p>
      {changes.length === 0 ? (
        <p>
          <Trans>Every firm is where it was.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={change.firmId}>{changeWords(change)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
