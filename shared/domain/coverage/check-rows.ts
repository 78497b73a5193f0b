import { counties } from '../firm/firm-profile.ts';
import { manufacturingDivisions, partsOfSni } from '../firm/sni-manufacturing.ts';
import type { Municipality } from '../geography/municipality.ts';
import type { PopulationCell } from './population.ts';
import type { PopulationFault } from './population-fault.ts';
import type { Interval } from './read-labels.ts';

/** A row of industry in the three counties, as it is counted. */
export type TakenRow = Interval & {
  readonly row: number;
  readonly region: string;
  readonly sni: string;
  readonly cell: PopulationCell;
};

export type Municipalities = readonly Pick<Municipality, 'code' | 'name' | 'county'>[];

const textOf = ({ from, to }: Interval): string => (to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}–${to}`);
const keyOf = (region: string, sni: string, interval: Interval): string => `${region} ${sni} ${textOf(interval)}`;

/** Rows that would be counted twice: the same one again, a part beside its whole, sizes that overlap. */
export function findOverlaps(taken: readonly TakenRow[]): PopulationFault[] {
  const faults: PopulationFault[] = [];
  const fault = (code: PopulationFault['code'], row: number, text: string) => faults.push({ code, row, text });
  const seen = new Set<string>();
  for (const { row, region, sni, from, to } of taken) {
    const key = keyOf(region, sni, { from, to });
    if (seen.has(key)) fault('row-twice', row, key);
    seen.add(key);
  }
  const firsts = <Key extends 'region' | 'sni'>(key: Key) => [
    ...new Map(taken.map((each) => [each[key], each.row]).reverse() as [string, number][]),
  ];
  for (const [code, key] of [
    ['regions-within', 'region'],
    ['codes-within', 'sni'],
  ] as const) {
    const all = firsts(key);
    for (const [inner, row] of all)
      if (all.some(([outer]) => outer !== inner && inner.startsWith(outer))) fault(code, row, inner);
  }
  const intervals = [...new Map(taken.map(({ from, to, row }) => [textOf({ from, to }), { from, to, row }])).values()];
  for (const [index, { from, to, row }] of intervals.entries()) {
    const isOverlapping = intervals.slice(0, index).some((other) => other.from <= to && from <= other.to);
    if (isOverlapping) fault('sizes-overlap', row, textOf({ from, to }));
  }
  return faults.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
}

/**
 * What the rows lack to be of all industry in the three counties: each county, whole or by all its municipalities, all of
 * manufacturing, firms of every size, and each of these with each other. What is missing would look like nobody there. Of
 * rows at most a hundred are named.
 */
export function findMissing(taken: readonly TakenRow[], municipalities: Municipalities): PopulationFault[] {
  const regions = [...new Set(taken.map(({ region }) => region))];
  const codes = [...new Set(taken.map(({ sni }) => sni))];
  const sizes = [...new Map(taken.map(({ from, to }) => [textOf({ from, to }), { from, to }])).values()];
  const missing = (code: PopulationFault['code']) => (text: string) => ({ code, row: null, text });
  const there = new Set(taken.map(({ region, sni, from, to }) => keyOf(region, sni, { from, to })));
  return [
    ...counties.filter((county) => !regions.some((region) => region.startsWith(county))).map(missing('county-missing')),
    ...municipalities
      .filter(({ code, county }) => isParted(county, regions) && !regions.includes(code))
      .map(({ code, name }) => `${code} ${name}`)
      .map(missing('municipality-missing')),
    ...manufacturingDivisions.flatMap((division) => uncovered(division, codes)).map(missing('industry-missing')),
    ...gapsBetween(sizes).map(textOf).map(missing('size-missing')),
    ...firstLacking({ regions, codes, sizes }, there).map(missing('row-missing')),
  ];
}

/** A list that is no table at all has next to all of them missing, which would be as many as rows to the third. */
const mostLacking = 100;

type Grid = {
  readonly regions: readonly string[];
  readonly codes: readonly string[];
  readonly sizes: readonly Interval[];
};

/** The first rows of the grid that are not there. */
function firstLacking({ regions, codes, sizes }: Grid, there: ReadonlySet<string>): string[] {
  const lacking: string[] = [];
  for (const region of regions) {
    for (const sni of codes) {
      for (const size of sizes) {
        const key = keyOf(region, sni, size);
        if (!there.has(key)) lacking.push(key);
        if (lacking.length >= mostLacking) return lacking;
      }
    }
  }
  return lacking;
}

const isParted = (county: string, regions: readonly string[]): boolean =>
  !regions.includes(county) && regions.some((region) => region.startsWith(county));

/** The division, or those of its groups, that no code is of. */
function uncovered(division: string, codes: readonly string[]): string[] {
  if (codes.includes(division)) return [];
  const groups = partsOfSni[division] ?? [];
  const lacking = groups.filter((group) => !codes.some((code) => code.startsWith(group.replace('.', ''))));
  return lacking.length === groups.length ? [division] : lacking;
}

/** From the first with one employee on. The sizes do not overlap. */
function gapsBetween(sizes: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let next = 1;
  for (const { from, to } of sizes.toSorted((one, other) => one.from - other.from)) {
    if (from > next) gaps.push({ from: next, to: from - 1 });
    next = to + 1;
  }
  return next === Number.POSITIVE_INFINITY ? gaps : [...gaps, { from: next, to: Number.POSITIVE_INFINITY }];
}
