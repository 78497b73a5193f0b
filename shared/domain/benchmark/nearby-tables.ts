import type { Entry } from '../linear-program/model.ts';
import type { Attack, Side, Target } from './attack.ts';
import { sumOver } from './reach.ts';
import { knownRows, listSteps, type Step } from './steps.ts';

/** How many combinations are looked up for one end of a target. */
export const fewTries = 6000;
export const manyTries = 40_000;

/** A table of whole firms that could be, in which the target lies at or beyond the limit; null where none was found. */
type Toward = (target: Target, side: Side, limit: number) => readonly number[] | null;

/** So many steps are tried after a first one, and so many after two, those first that undo most of what is begun. */
const mostSeconds = 16;
const mostThirds = 4;
/** So many ways to begin are looked at together. */
const firstsAtOnce = 12;
/**
 * Looks for tables that could be in the neighbourhood of what really is, by moving a few firms at a time so that no sum
 * that is known changes: one firm for another, two for two others. It looks at few of all tables, and that it finds none
 * says nothing; but each that it finds is held against every sum and every bound in whole numbers, so that it can be
 * believed however it was found.
 */
export function nearbyTables(attack: Attack, hidden: ReadonlySet<number>, mostTried: number): Toward {
  const { model, real } = attack;
  const known = knownRows(attack, hidden);
  const steps = listSteps(known, model.columns.length);
  const byKey = Map.groupBy(steps, ({ key }) => key);
  const { firstsOf, nearest, undoing } = lookUp(steps, attack);
  const isWithin = (column: number, value: number): boolean =>
    value >= 0 && value <= (model.columns[column]?.upper ?? 0);
  const couldBe = (table: readonly number[]): boolean =>
    table.every((value, column) => isWithin(column, value)) &&
    known.every(({ entries, lower, upper }) => {
      const value = sumOver(entries, table);
      return value >= lower && value <= upper;
    });
  const hasRoom = (table: readonly number[], { changes }: Step): boolean =>
    changes.every(([column, by]) => isWithin(column, (table[column] ?? 0) + by));
  /** Takes all of the steps, or none when there is no room for them. */
  const takeAll = (table: number[], taken: readonly Step[]): boolean => {
    const add = (times: 1 | -1) => {
      for (const { changes } of taken)
        for (const [column, by] of changes) table[column] = (table[column] ?? 0) + times * by;
    };
    add(1);
    const isRoom = taken.every(({ changes }) => changes.every(([column]) => isWithin(column, table[column] ?? 0)));
    if (!isRoom) add(-1);
    return isRoom;
  };

  return ({ sum }, side, limit) => {
    const factors = new Map(sum.map(([column, factor]) => [column, side === 'low' ? -factor : factor]));
    const table = [...real];
    let tried = 0;
    const gain = (taken: readonly Step[]): number => {
      let total = 0;
      for (const { changes } of taken) for (const [column, by] of changes) total += by * (factors.get(column) ?? 0);
      return total;
    };
    /** Takes what is begun together with a step that makes up for all that it changes. */
    const finish = (begun: readonly Step[]): boolean => {
      tried += 1;
      const key = begun.reduce((total, step) => total + step.key, 0);
      if (key === 0) return gain(begun) > 0 && takeAll(table, begun);
      return (byKey.get(-key) ?? []).some((last) => gain([...begun, last]) > 0 && takeAll(table, [...begun, last]));
    };
    const finishByTwo = (begun: readonly Step[]): boolean =>
      tried < mostTried && undoing(begun).some((step) => tried < mostTried && finish([...begun, step]));
    const after = (begun: readonly Step[], most: number) => nearest(begun, most, (step) => hasRoom(table, step));
    const moveFrom = (firsts: readonly Step[]): boolean => {
      const begun = firsts
        .flatMap((first) => after([first], mostSeconds).map(({ step, left }) => ({ two: [first, step], left })))
        .sort((one, other) => one.left - other.left)
        .map(({ two }) => two);
      return (
        begun.some((two) => finish(two) || finishByTwo(two)) ||
        begun.some((two) => tried < mostTried && after(two, mostThirds).some(({ step }) => finishByTwo([...two, step])))
      );
    };
    const move = (): boolean => {
      const firsts = firstsOf(sum).filter((step) => gain([step]) > 0 && hasRoom(table, step));
      if (firsts.some((first) => finish([first]))) return true;
      for (let at = 0; at < firsts.length && tried < mostTried; at += firstsAtOnce)
        if (moveFrom(firsts.slice(at, at + firstsAtOnce))) return true;
      return false;
    };
    const sign = side === 'low' ? -1 : 1;
    while (sumOver(sum, table) * sign < limit * sign) if (tried >= mostTried || !move()) return null;
    return couldBe(table) ? table : null;
  };
}

/** Finds steps by what they change. */
function lookUp(steps: readonly Step[], { model }: Attack) {
  const ofColumn = model.columns.map((): Step[] => []);
  for (const step of steps) for (const [column] of step.changes) ofColumn[column]?.push(step);
  const touching = model.rows.map(() => ({ more: [] as Step[], less: [] as Step[] }));
  for (const step of steps) for (const [row, by] of step.rows) touching[row]?.[by > 0 ? 'more' : 'less'].push(step);
  const changed = new Int32Array(model.rows.length);
  const setChanged = (begun: readonly Step[]): void => {
    changed.fill(0);
    for (const step of begun) for (const [row, by] of step.rows) changed[row] = (changed[row] ?? 0) + by;
  };
  /** How much is changed with the step besides what is begun; less than before where it undoes some of that. */
  const leftWith = (step: Step, before: number): number => {
    let total = before;
    for (const [row, by] of step.rows) total += Math.abs((changed[row] ?? 0) + by) - Math.abs(changed[row] ?? 0);
    return total;
  };
  /** For each sum that is changed the steps that undo some of it, beginning with the fewest. */
  const ableTo = (begun: readonly Step[]): (readonly Step[])[] =>
    [...new Set(begun.flatMap((step) => step.rows.map(([row]) => row)))]
      .flatMap((row) => {
        const by = changed[row] ?? 0;
        return by === 0 ? [] : [touching[row]?.[by > 0 ? 'less' : 'more'] ?? []];
      })
      .sort((one, other) => one.length - other.length);
  return {
    /** Steps that change something of the sum. */
    firstsOf: (sum: readonly Entry[]): Step[] => [...new Set(sum.flatMap(([column]) => ofColumn[column] ?? []))],
    /** Steps that undo most of what is begun, without taking a firm of it back. */
    nearest: (begun: readonly Step[], most: number, isPossible: (step: Step) => boolean) => {
      setChanged(begun);
      const before = changed.reduce((total, by) => total + Math.abs(by), 0);
      const used = new Set(begun.flatMap(({ changes }) => changes.map(([column]) => column)));
      return [...new Set(ableTo(begun).slice(0, 2).flat())]
        .filter((step) => isPossible(step) && !step.changes.some(([column]) => used.has(column)))
        .map((step) => ({ step, left: leftWith(step, before) }))
        .filter(({ left }) => left < before)
        .sort((one, other) => one.left - other.left)
        .slice(0, most);
    },
    /** Steps of which one at least belongs to whatever makes up for what is begun. */
    undoing: (begun: readonly Step[]): readonly Step[] => {
      setChanged(begun);
      return ableTo(begun)[0] ?? [];
    },
  };
}
