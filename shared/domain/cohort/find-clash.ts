import { type ConstraintGroup, listGroups } from './constraint-group.ts';
import type { PlanProblem } from './problem.ts';

/** Whether some plan keeps to the groups; null when there was no time to find out. */
export type Feasibility = (groups: readonly ConstraintGroup[]) => boolean | null;

export type Clash = {
  readonly groups: readonly ConstraintGroup[];
  /** Whether every group of them is needed for the clash; false when time ran out before that was shown. */
  readonly isIrreducible: boolean;
};

class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/**
 * A set of groups that no plan keeps to, and of which none can be left out (QuickXplain: halves of the list are tried
 * with the rest as a given, so that few questions are asked when few groups clash). Groups early in the list are taken
 * where there is a choice. The problem is known to have no plan.
 */
export function findClash(problem: PlanProblem, isFeasible: Feasibility): Clash {
  const groups = listGroups(problem);
  const asks = (asked: readonly ConstraintGroup[]): boolean => {
    const answer = isFeasible(asked);
    if (answer === null) throw new OutOfTime();
    return answer;
  };
  try {
    const named = aboutNamedFirms(problem, groups);
    const clashing = named.length < groups.length && !asks(named) ? named : groups;
    return { groups: explain([], false, clashing, asks), isIrreducible: true };
  } catch (reason) {
    if (!(reason instanceof OutOfTime)) throw reason;
    return { groups: groups.filter(({ kind }) => isChosen(kind)), isIrreducible: false };
  }
}

/** Of the many rules that each firm has, those of firms that whoever plans has named: most clashes are among them. */
function aboutNamedFirms({ rules }: PlanProblem, groups: readonly ConstraintGroup[]): ConstraintGroup[] {
  const named = new Set([...rules.locks.map(({ firmId }) => firmId), ...[...rules.together, ...rules.apart].flat()]);
  return groups.filter((group) => !('firmId' in group) || named.has(group.firmId));
}

type Asked = (groups: readonly ConstraintGroup[]) => boolean;

function explain(
  given: readonly ConstraintGroup[],
  hasGrown: boolean,
  groups: readonly ConstraintGroup[],
  isFeasible: Asked,
): readonly ConstraintGroup[] {
  if (hasGrown && !isFeasible(given)) return [];
  if (groups.length <= 1) return groups;
  const middle = Math.ceil(groups.length / 2);
  const [first, second] = [groups.slice(0, middle), groups.slice(middle)];
  const ofSecond = explain([...given, ...first], first.length > 0, second, isFeasible);
  const ofFirst = explain([...given, ...ofSecond], ofSecond.length > 0, first, isFeasible);
  return [...ofFirst, ...ofSecond];
}

/** What whoever plans has chosen: without any of it a plan that gives nobody a place would do. */
const isChosen = (kind: ConstraintGroup['kind']): boolean =>
  kind === 'lock' || kind === 'together' || kind === 'apart' || kind === 'run';
