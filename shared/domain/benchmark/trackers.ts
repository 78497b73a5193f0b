import { writeModel } from '../linear-program/model.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import { isAtLeast } from './attack.ts';
import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * So many firms that lie, in each release, in the stratum of its place; null where they are in none. `answers`: which of a
 * firm's answers each release counts: the same number, the same answers. Left out where no firm has answered again.
 */
export type Standing = {
  readonly strata: readonly (number | null)[];
  readonly answers?: readonly (number | null)[];
  readonly firms: number;
};

/** Firms that nothing shown tells apart: for each of their answers the rows of what is shown that it is in. */
type Kin = { readonly answers: readonly (readonly number[])[]; readonly firms: number };

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
 * least of other firms, each counted by how much of it is held: a firm that has answered again is one firm, by the answer
 * of which most is held. Of the set, the attacker then knows as much as if it were a group of so many firms.
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

type ShownGroup = { readonly row: number; readonly strata: ReadonlySet<number> };

/** For each answer of a firm that stands so, the rows that it is in; of those that are in any. */
function rowsOfAnswers({ strata, answers }: Standing, byRelease: readonly (readonly ShownGroup[])[]): number[][] {
  const places = byRelease.flatMap((groups, release) => {
    const stratum = strata[release] ?? null;
    const answer = answers?.[release] ?? 0;
    return stratum === null
      ? []
      : groups.filter((group) => group.strata.has(stratum)).map(({ row }) => ({ answer, row }));
  });
  return [...Map.groupBy(places, ({ answer }) => answer).values()].map((each) => each.map(({ row }) => row));
}

function gatherKin(shown: readonly (readonly Group[])[], standings: readonly Standing[]): Shown {
  let next = 0;
  const byRelease = shown.map((groups) => groups.map(({ strata }) => ({ row: next++, strata: new Set(strata) })));
  const kin = new Map<string, { answers: number[][]; firms: number }>();
  for (const standing of standings) {
    const answers = rowsOfAnswers(standing, byRelease);
    if (answers.length === 0) continue;
    const key = answers.map((rows) => rows.join(' ')).join('; ');
    const known = kin.get(key);
    if (known === undefined) kin.set(key, { answers, firms: standing.firms });
    else known.firms += standing.firms;
  }
  return { kin: [...kin.values()], rowsOfRelease: byRelease.map((groups) => groups.map(({ row }) => row)) };
}

type By = { readonly rows: readonly number[]; readonly enough: number; readonly solver: LinearSolver };

/**
 * For each of some kin, the firms that the best sum of the rows holds when it holds one of their answers once, the least of
 * their answers; `enough` when it is as many or there is none. By duality: the most that one answer can give off, so that no
 * sum of a row changes, when the answers of each firm together can take up one unit. What an answer takes up and what it
 * lends are columns of their own, since none may be below zero.
 */
function weighEach(kin: readonly Kin[], of: readonly number[], { rows, enough, solver }: By): Map<number, number> {
  if (of.length === 0) return new Map();
  const asked = new Set(of);
  const writer = writeModel();
  const ofRow = new Map<number, [column: number, factor: number][]>(rows.map((row) => [row, []]));
  const enter = (column: number, factor: number, answer: readonly number[]) => {
    for (const row of answer) ofRow.get(row)?.push([column, factor]);
  };
  const gives = new Map<number, number[]>();
  for (const [at, { answers, firms }] of kin.entries()) {
    const moved = answers.flatMap((answer) =>
      [1, -1].map((factor): [number, number] => {
        const column = writer.column({ gain: 0, upper: firms, isInteger: false });
        enter(column, factor, answer);
        return [column, 1];
      }),
    );
    writer.row(0, firms, moved);
    if (!asked.has(at)) continue;
    const columns = answers.map((answer) => {
      const column = writer.column({ gain: 0, upper: enough, isInteger: false });
      enter(column, -1, answer);
      return column;
    });
    gives.set(at, columns);
  }
  // After one row for each of the kin.
  const firstGive = kin.length;
  const giving = [...gives].flatMap(([at, columns]) => columns.map((column) => ({ at, column })));
  for (const { column } of giving) writer.row(0, 0, [[column, 1]]);
  const known = new Set<string>();
  for (const entries of ofRow.values()) {
    // The same firms once more tell nothing: what is built again, or shown in several releases.
    const key = entries.map(([column]) => column).join(' ');
    if (entries.length === 0 || known.has(key)) continue;
    known.add(key);
    writer.row(0, 0, entries);
  }
  return solver.ask(writer.finish(), ({ boundRow, most }) => {
    const weighed = new Map<number, number>();
    for (const [place, { at, column }] of giving.entries()) {
      boundRow(firstGive + place, 0, enough);
      const { value } = most([[column, 1]]);
      boundRow(firstGive + place, 0, 0);
      weighed.set(at, Math.min(weighed.get(at) ?? enough, value));
    }
    return weighed;
  });
}
