import type { Count } from '../achievement/count-tree.ts';
import type { OutcomeKind } from './outcome-codes.ts';

/** By what a group is divided; what is left out it is not divided by. */
export type Group = {
  readonly year?: number | null;
  readonly version?: number | null;
  readonly ruleId?: string | null;
  readonly hasRule?: boolean | null;
  readonly place?: string | null;
  readonly outcome?: string | null;
  readonly detail?: string | null;
};

/** How many there are in a group, and how many firms are behind them. `code`: of a package, or of a dimension. */
export type OutcomeCell = Count & Required<Group> & { readonly kind: OutcomeKind; readonly code: string };

/** How many there are of one package or dimension in a group of them; none where no row says so. */
export type CountOf = (group: Group) => Count;

const keyOf = ({ year, version, ruleId, hasRule, place, outcome, detail }: Group): string =>
  JSON.stringify([year, version, ruleId, hasRule, place, outcome, detail].map((each) => each ?? null));

const none: Count = { count: 0, firms: 0 };

export function countsOf(cells: readonly OutcomeCell[], kind: OutcomeKind, code: string): CountOf {
  const own = cells.filter((cell) => cell.kind === kind && cell.code === code);
  const counts = new Map(own.map((cell) => [keyOf(cell), { count: cell.count, firms: cell.firms }]));
  const rules = new Set(own.map(({ ruleId }) => ruleId));
  return ({ ruleId = null, hasRule = null, ...group }) => {
    // A rule that no row names has brought nothing in.
    if (ruleId !== null && !rules.has(ruleId)) return hasRule === true ? none : (counts.get(keyOf(group)) ?? none);
    return counts.get(keyOf({ ...group, ruleId, hasRule })) ?? none;
  };
}
