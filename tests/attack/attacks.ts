import { type Combination, clearColumns } from './eliminate.ts';
import type { Relation } from './relations.ts';
import { firmOf } from './truth.ts';

export type Finding = {
  readonly attack: 'direct' | 'sums' | 'insider' | 'rounding' | 'existence' | 'achievement' | 'files';
  readonly says: string;
};
export type Attacked = { readonly tried: number; readonly found: readonly Finding[] };

/** What the rules promise; read from the documents, as whoever attacks can. */
export type Promised = { readonly fewestFirms: number; readonly fewestOutside: number };

/** Somebody who knows the answers of some firms: a provider of those that let it in, a firm of itself. */
export type Insider = { readonly name: string; readonly knows: ReadonlySet<string> };

/** Numbers of groups that are too small to be told of. */
export function attackDirectly(relations: readonly Relation[], { fewestFirms }: Promised): Attacked {
  const found = relations.flatMap(({ measure, group, firms }): Finding[] =>
    firms < fewestFirms ? [{ attack: 'direct', says: `${measure} of ${group} is told, of ${firms} firms` }] : [],
  );
  return { tried: relations.length, found };
}

/** Firms behind answers: one that has answered again is one. */
const countFirms = (ids: readonly string[]): number => new Set(ids.map(firmOf)).size;

/** Answers that no relation tells apart. */
type Kin = { readonly ids: readonly string[]; readonly rows: ReadonlyMap<number, number> };

/** Relations that hold the same answers are one: that they are equal tells nothing. */
type Table = { readonly relations: readonly Relation[]; readonly kin: readonly Kin[]; readonly rows: number[][] };

function tableOf(all: readonly Relation[]): Table {
  const keyOf = ({ held }: Relation) =>
    [...held]
      .map(([id, factor]) => `${factor} ${id}`)
      .sort()
      .join(' ');
  const relations = [...new Map(all.map((relation) => [keyOf(relation), relation])).values()];
  const byId = new Map<string, [row: number, factor: number][]>();
  for (const [at, { held }] of relations.entries())
    for (const [id, factor] of held) byId.set(id, [...(byId.get(id) ?? []), [at, factor]]);
  const kin = new Map<string, { ids: string[]; rows: Map<number, number> }>();
  for (const [id, rows] of byId) {
    const known = kin.get(rows.join(' '));
    if (known === undefined) kin.set(rows.join(' '), { ids: [id], rows: new Map(rows) });
    else known.ids.push(id);
  }
  const columns = [...kin.values()];
  const rows = relations.map((_, at) => columns.map((each) => each.rows.get(at) ?? 0));
  return { relations, kin: columns, rows };
}

/** Pseudo-random numbers from 0 to 1 that are the same each time. (mulberry32) */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Columns in orders that leave few firms: the largest go first, each small one is kept to the last, and by chance. */
function* ordersOf(kin: readonly Kin[], byChance: number): Generator<number[]> {
  const random = numbersFrom(kin.length);
  const sizeOf = (at: number): number => kin[at]?.ids.length ?? 0;
  const sorted = (weigh: (at: number) => number) =>
    [...kin.keys()].map((at) => ({ at, weight: weigh(at) })).sort((one, other) => other.weight - one.weight);
  const bySize = sorted(sizeOf).map(({ at }) => at);
  yield bySize;
  for (const last of bySize.filter((at) => sizeOf(at) < 10)) yield [...bySize.filter((at) => at !== last), last];
  for (let round = 0; round < byChance; round += 1) yield sorted((at) => sizeOf(at) * random()).map(({ at }) => at);
}

function describe({ rows, columns }: Combination, { relations, kin }: Table, unknown: number): string {
  const releases = [...new Set(relations.map(({ release }) => release))];
  const sum = [...rows].map(([row, factor]) => {
    const { measure, group, release } = relations[row] ?? { measure: '?', group: '?', release: '?' };
    return `${factor > 0 ? '+' : '-'}${Math.abs(factor)} ${measure} of ${group} in document ${releases.indexOf(release) + 1}`;
  });
  const held = [...columns].map(([column, factor]) => `${factor} x ${kin[column]?.ids.length}`);
  return `${sum.join(' ')} holds ${held.join(', ')} firms, ${unknown} of them unknown`;
}

/**
 * Sums of what is told, added and subtracted as often as wanted, that hold few firms; also few besides those that
 * somebody knows anyway.
 */
export function attackBySums(
  all: readonly Relation[],
  insiders: readonly Insider[],
  { fewestFirms, fewestOutside }: Promised,
  byChance: number,
): Attacked {
  const table = tableOf(all);
  const found = new Map<string, Finding>();
  let tried = 0;
  const consider = (combination: Combination): void => {
    tried += 1;
    const ids = [...combination.columns.keys()].flatMap((column) => table.kin[column]?.ids ?? []);
    const held = countFirms(ids);
    const key = [...combination.columns].flat().join(' ');
    if (held > 0 && held < fewestFirms) found.set(key, { attack: 'sums', says: describe(combination, table, held) });
    for (const { name, knows } of insiders) {
      const unknown = countFirms(ids.filter((id) => !knows.has(id)));
      if (unknown > 0 && unknown < fewestOutside && unknown < held && held >= fewestFirms)
        found.set(`${name} ${key}`, { attack: 'insider', says: `${name}: ${describe(combination, table, unknown)}` });
    }
  };
  for (const order of ordersOf(table.kin, byChance)) clearColumns(table.rows, order).forEach(consider);
  return { tried, found: [...found.values()] };
}
