import { writeModel } from '../linear-program/model.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import { isAtLeast } from './attack.ts';
import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';
import type { Standing } from './standing.ts';

/** What a sum holds of an answer, by the row of the sum: added, or subtracted. */
type Held = readonly (readonly [row: number, factor: number])[];

/** Firms that nothing shown tells apart: for each of their answers what the rows hold of it. */
type Kin = { readonly answers: readonly Held[]; readonly firms: number };

/** Rows of each release, counted through. */
type Shown = { readonly rowsOfRelease: readonly (readonly number[])[]; readonly kin: readonly Kin[] };

/**
 * How many sets of firms can be tracked by what several releases show of the same measure: sums added and subtracted,
 * also many of them and in parts, leave little but the answers of few, fewer than the last release leaves by itself and
 * the others without it. What one release tells is for its own audit. `shown`: the groups that each release shows. 0 when
 * the answers of no release are in another, or the last shows nothing. (Trackers: Denning and Schlörer, ACM TODS 5(1), 1980; differences of fewer
 * than ten: ABS DataLab; rule D12.) A change is two answers, so that levels before and after, and changes over the years
 * between, are taken out of each other.
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
  const isShared = standings.some(({ stands }) => stands.some(({ release }) => release !== stands[0]?.release));
  if (!isShared) return 0;
  if (shown.at(-1)?.length === 0) return 0;
  const { kin, rowsOfRelease } = gatherKin(shown, standings);
  const weigh = (of: readonly number[], rows: readonly number[]) =>
    weighEach(kin, of, { rows, enough: fewestDifferent, solver });
  const few = [...kin.keys()].filter((at) => (kin[at]?.firms ?? 0) < fewestDifferent);
  const together = weigh(few, rowsOfRelease.flat());
  const isFew = (weight: number): boolean => !isAtLeast(weight, fewestDifferent);
  const told = few.filter((at) => together.get(at)?.some(isFew));
  const parts = [rowsOfRelease.slice(0, -1).flat(), rowsOfRelease.at(-1) ?? []].map((rows) => weigh(told, rows));
  // Answer by answer: one that was told of before says nothing of what the same firms have answered since.
  const isTracked = (at: number, answer: number, weight: number): boolean =>
    isFew(weight) && parts.every((alone) => isAtLeast(alone.get(at)?.[answer] ?? 0, weight + leastGain));
  return told.filter((at) => together.get(at)?.some((weight, answer) => isTracked(at, answer, weight))).length;
}

/** Weights are sums of whole firms in parts; a smaller gain is the solver's rounding. */
const leastGain = 1e-3;

type ShownGroup = { readonly row: number; readonly strata: ReadonlySet<number> };

/** What the rows hold of each answer of a firm that stands so; of those that are held at all. */
function heldOfAnswers({ stands }: Standing, byRelease: readonly (readonly ShownGroup[])[]): Held[] {
  const answers = new Map<number, [row: number, factor: number][]>();
  for (const { release, stratum, parts } of stands)
    for (const { row, strata } of byRelease[release] ?? []) {
      if (!strata.has(stratum)) continue;
      for (const { answer, factor } of parts) {
        const held = answers.get(answer);
        if (held === undefined) answers.set(answer, [[row, factor]]);
        else held.push([row, factor]);
      }
    }
  return [...answers.values()];
}

function gatherKin(shown: readonly (readonly Group[])[], standings: readonly Standing[]): Shown {
  let next = 0;
  const byRelease = shown.map((groups) => groups.map(({ strata }) => ({ row: next++, strata: new Set(strata) })));
  const kin = new Map<string, { answers: Held[]; firms: number }>();
  for (const standing of standings) {
    const answers = heldOfAnswers(standing, byRelease);
    if (answers.length === 0) continue;
    const key = answers
      .map((held) => held.join(' '))
      .sort()
      .join('; ');
    const known = kin.get(key);
    if (known === undefined) kin.set(key, { answers, firms: standing.firms });
    else known.firms += standing.firms;
  }
  return { kin: [...kin.values()], rowsOfRelease: byRelease.map((groups) => groups.map(({ row }) => row)) };
}

type By = { readonly rows: readonly number[]; readonly enough: number; readonly solver: LinearSolver };

const keyOf = (held: Held): string => held.join(' ');

/** What some of the rows hold of each of the kin; `seen`: those that they do not tell apart as one. */
function throughRows(
  kin: readonly Kin[],
  rows: readonly number[],
): { readonly seen: Kin[]; readonly of: (at: number) => readonly Held[] } {
  const asked = new Set(rows);
  const each = kin.map(({ answers, firms }) => ({
    answers: answers.map((held) => held.filter(([row]) => asked.has(row))),
    firms,
  }));
  const held = each.map((one) => ({ ...one, answers: one.answers.filter(({ length }) => length > 0) }));
  const ways = Map.groupBy(held, ({ answers }) => answers.map(keyOf).sort().join('; '));
  const seen = [...ways.values()].flatMap(([first, ...others]) =>
    first === undefined || first.answers.length === 0
      ? []
      : [{ ...first, firms: others.reduce((sum, { firms }) => sum + firms, first.firms) }],
  );
  return { seen, of: (at) => each[at]?.answers ?? [] };
}

/** So many firms have an answer that the rows hold in the same way. */
function countAlike(kin: readonly Kin[]): Map<string, number> {
  const alike = new Map<string, number>();
  for (const { answers, firms } of kin)
    for (const key of new Set(answers.map(keyOf))) alike.set(key, (alike.get(key) ?? 0) + firms);
  return alike;
}

/**
 * For each answer of some kin, the firms that the best sum of the rows holds when it holds that answer once; `enough` when it
 * is as many or there is none. What the rows hold of an answer is all that it depends on, so that it is asked once of all
 * that are held alike, and not at all where these are enough by themselves.
 */
function weighEach(
  kin: readonly Kin[],
  of: readonly number[],
  { rows, enough, solver }: By,
): Map<number, readonly number[]> {
  const { seen, of: through } = throughRows(kin, rows);
  const alike = countAlike(seen);
  const asked = new Map(
    of.flatMap((at) =>
      through(at).flatMap((held): [string, Held][] => {
        const key = keyOf(held);
        return held.length > 0 && (alike.get(key) ?? 0) < enough ? [[key, held]] : [];
      }),
    ),
  );
  const weights = weighHeld(seen, asked, { enough, solver });
  return new Map(of.map((at) => [at, through(at).map((held) => Math.min(enough, weights.get(keyOf(held)) ?? enough))]));
}

/**
 * By duality: the most that one answer can give off, so that no sum of a row changes, when the answers of each firm together
 * can take up one unit. What an answer takes up and what it lends are columns of their own, since none may be below zero.
 */
function weighHeld(
  kin: readonly Kin[],
  asked: ReadonlyMap<string, Held>,
  { enough, solver }: Omit<By, 'rows'>,
): Map<string, number> {
  if (asked.size === 0) return new Map();
  const writer = writeModel();
  const ofRow = new Map<number, [column: number, factor: number][]>();
  const enter = (held: Held, sign: number, upper: number): number => {
    const column = writer.column({ gain: 0, upper, isInteger: false });
    for (const [row, factor] of held) {
      const entries = ofRow.get(row);
      if (entries === undefined) ofRow.set(row, [[column, sign * factor]]);
      else entries.push([column, sign * factor]);
    }
    return column;
  };
  for (const { answers, firms } of kin) {
    const moved = answers.flatMap((held) => [1, -1].map((sign): [number, number] => [enter(held, sign, firms), 1]));
    writer.row(0, firms, moved);
  }
  // After one row for each of the kin.
  const firstGive = kin.length;
  const giving = [...asked].map(([key, held]) => ({ key, column: enter(held, -1, enough) }));
  for (const { column } of giving) writer.row(0, 0, [[column, 1]]);
  const known = new Set<string>();
  for (const entries of ofRow.values()) {
    // The same firms once more tell nothing: what is built again, or shown in several releases.
    const key = entries.join(' ');
    if (known.has(key)) continue;
    known.add(key);
    writer.row(0, 0, entries);
  }
  return solver.ask(writer.finish(), ({ afresh, boundRow, most }) => {
    const weighed = new Map<string, number>();
    for (const [place, { key, column }] of giving.entries()) {
      boundRow(firstGive + place, 0, enough);
      afresh();
      weighed.set(key, most([[column, 1]]).value);
      boundRow(firstGive + place, 0, 0);
    }
    return weighed;
  });
}
