import { writeModel } from '../linear-program/model.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import { isAtLeast } from './attack.ts';
import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';

/** So many firms whose answers lie, in each release, in the stratum of its place; null where they are in none. */
export type Standing = { readonly strata: readonly (number | null)[]; readonly firms: number };

/** Firms that nothing shown tells apart, by the rows of what is shown that they are in. */
type Kin = { readonly rows: readonly number[]; readonly firms: number };

/** Rows of each release, counted through. */
type Shown = { readonly rowsOfRelease: readonly (readonly number[])[]; readonly kin: readonly Kin[] };

/**
 * How many sets of firms can be tracked by what several releases show of the same measure: sums added and subtracted,
 * also many of them and in parts, leave little but the answers of few, fewer than the last release leaves by itself and
 * the others without it. What one release tells is for its own audit. `shown`: the groups that each release shows. 0 when
 * the answers of no release are in another. (Trackers: Denning and Schlörer, ACM TODS 5(1), 1980; differences of fewer
 * than ten: ABS DataLab; rule D12.)
 *
 * What stays between an attacker and a set is weighed in firms: of the sums that hold the set once, the one that holds
 * least of other firms, each counted by how much of it is held. Of the set, the attacker then knows as much as if it
 * were a group of so many firms.
 */
export function countTrackers(
  shown: readonly (readonly Group[])[],
  standings: readonly Standing[],
  { fewestDifferent }: Pick<DisclosureRules, 'fewestDifferent'>,
  solver: LinearSolver,
): number {
  const isShared = standings.some(({ strata }) => strata.filter((stratum) => stratum !== null).length > 1);
  if (!isShared) return 0;
  const { kin, rowsOfRelease } = gatherKin(shown, standings);
  const weigh = (of: readonly number[], rows: readonly number[]) =>
    weighEach(kin, of, { rows, enough: fewestDifferent, solver });
  const few = [...kin.keys()].filter((at) => (kin[at]?.firms ?? 0) < fewestDifferent);
  const together = weigh(few, rowsOfRelease.flat());
  const told = few.filter((at) => !isAtLeast(together.get(at) ?? 0, fewestDifferent));
  const parts = [rowsOfRelease.slice(0, -1).flat(), rowsOfRelease.at(-1) ?? []].map((rows) => weigh(told, rows));
  return told.filter((at) => parts.every((alone) => isAtLeast(alone.get(at) ?? 0, (together.get(at) ?? 0) + leastGain)))
    .length;
}

/** Weights are sums of whole firms in parts; a smaller gain is the solver's rounding. */
const leastGain = 1e-3;

function gatherKin(shown: readonly (readonly Group[])[], standings: readonly Standing[]): Shown {
  let next = 0;
  const byRelease = shown.map((groups) => groups.map(({ strata }) => ({ row: next++, strata: new Set(strata) })));
  const kin = new Map<string, { rows: number[]; firms: number }>();
  for (const { strata, firms } of standings) {
    const rows = byRelease.flatMap((groups, release) => {
      const stratum = strata[release] ?? null;
      return stratum === null ? [] : groups.filter((group) => group.strata.has(stratum)).map(({ row }) => row);
    });
    if (rows.length === 0) continue;
    const key = rows.join(' ');
    const known = kin.get(key);
    if (known === undefined) kin.set(key, { rows, firms });
    else known.firms += firms;
  }
  return { kin: [...kin.values()], rowsOfRelease: byRelease.map((groups) => groups.map(({ row }) => row)) };
}

type By = { readonly rows: readonly number[]; readonly enough: number; readonly solver: LinearSolver };

/**
 * For each of some kin, the firms that the best sum of the rows holds when it holds the kin once; `enough` when it is as
 * many or there is none. By duality: how far the kin can be from what it is when each other firm can be one unit off either
 * way, and no sum of a row changes. Columns are shifted, since none may be below zero, and bounded by rows of their own, so
 * that one program is asked about all.
 */
function weighEach(kin: readonly Kin[], of: readonly number[], { rows, enough, solver }: By): Map<number, number> {
  if (of.length === 0) return new Map();
  const zero = Math.max(enough, ...kin.map(({ firms }) => firms));
  const writer = writeModel();
  for (const _ of kin) writer.column({ gain: 0, upper: 2 * zero, isInteger: false });
  for (const [at, { firms }] of kin.entries()) writer.row(zero - firms, zero + firms, [[at, 1]]);
  const known = new Set<string>();
  for (const row of rows) {
    const members = [...kin.keys()].filter((at) => kin[at]?.rows.includes(row));
    // The same firms once more tell nothing: what is built again, or shown in several releases.
    if (members.length === 0 || known.has(members.join(' '))) continue;
    known.add(members.join(' '));
    const sum = zero * members.length;
    writer.row(
      sum,
      sum,
      members.map((at) => [at, 1]),
    );
  }
  return solver.ask(writer.finish(), ({ boundRow, most }) => {
    const weighed = of.map((at): [number, number] => {
      const own = kin[at]?.firms ?? 0;
      boundRow(at, zero, zero + enough - own);
      const { value } = most([[at, 1]]);
      boundRow(at, zero - own, zero + own);
      return [at, own + value - zero];
    });
    return new Map(weighed);
  });
}
