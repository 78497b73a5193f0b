import type { CountTree, Partition } from '../achievement/count-tree.ts';
import type { CountOf, Group } from './outcome-cells.ts';
import type { Layout } from './outcome-codes.ts';

/** A year, with the numbers of the versions of the catalogue that were in use in it. */
export type YearOfVersions = { readonly year: number; readonly versions: readonly number[] };

export type Listed = {
  readonly layout: Layout;
  readonly years: readonly YearOfVersions[];
  /** The rules that can bring the package in. */
  readonly ruleIds: readonly string[];
};

/** The partitions that are divided again by what the whole is divided by: sums along and across are shown of them. */
export type Crossing = 'year' | `rule ${string}`;

/** What the whole is divided by, and each part of a crossing besides. */
export const divisions = ['place', 'outcome'] as const;

/** A crossing of which only the sums are kept, by what it would be divided. */
export type Undivided = `${Crossing} by ${(typeof divisions)[number]}`;

export const crossingsOf = ({ ruleIds }: Pick<Listed, 'ruleIds'>): Crossing[] => [
  'year',
  ...ruleIds.map((ruleId): Crossing => `rule ${ruleId}`),
];

function byPlace(countOf: CountOf, { places }: Layout, within: Group): Partition {
  const parts = places.map((place) => ({ code: place, ...countOf({ ...within, place }) }));
  return { code: 'place', kind: 'attribute', parts };
}

function byOutcome(countOf: CountOf, { outcomes }: Layout, within: Group): Partition {
  const parts = outcomes.map(({ code: outcome, details }) => {
    const count = { code: outcome, ...countOf({ ...within, outcome }) };
    if (details.length === 0) return count;
    const detailed = details.map((detail) => ({ code: detail, ...countOf({ ...within, outcome, detail }) }));
    return { ...count, partitions: [{ code: 'detail', kind: 'attribute' as const, parts: detailed }] };
  });
  return { code: 'outcome', kind: 'attribute', parts };
}

function byYear(countOf: CountOf, { layout, years }: Listed, undivided: ReadonlySet<Undivided>): Partition {
  const parts = years.map(({ year, versions }) => ({
    code: String(year),
    ...countOf({ year }),
    partitions: [
      ...(versions.length === 0
        ? []
        : [
            {
              code: 'version',
              kind: 'time' as const,
              parts: versions.map((version) => ({ code: String(version), ...countOf({ year, version }) })),
            },
          ]),
      ...(undivided.has('year by place') ? [] : [byPlace(countOf, layout, { year })]),
      ...(undivided.has('year by outcome') ? [] : [byOutcome(countOf, layout, { year })]),
    ],
  }));
  return { code: 'year', kind: 'time', parts };
}

function byRule(countOf: CountOf, ruleId: string, { layout }: Listed, undivided: ReadonlySet<Undivided>): Partition {
  const code: Crossing = `rule ${ruleId}`;
  const parts = [true, false].map((hasRule) => ({
    code: hasRule ? 'with' : 'without',
    ...countOf({ ruleId, hasRule }),
    partitions: undivided.has(`${code} by outcome`) ? [] : [byOutcome(countOf, layout, { ruleId, hasRule })],
  }));
  return { code, kind: 'attribute', parts };
}

/** What became of one package: everything of it, by where it stood and what it came to, by year and by rule. */
export function countPackageOutcomes(
  countOf: CountOf,
  listed: Listed,
  undivided: ReadonlySet<Undivided> = new Set(),
): CountTree {
  return {
    ...countOf({}),
    partitions: [
      byPlace(countOf, listed.layout, {}),
      byOutcome(countOf, listed.layout, {}),
      byYear(countOf, listed, undivided),
      ...listed.ruleIds.map((ruleId) => byRule(countOf, ruleId, listed, undivided)),
    ],
  };
}

/** What is asked for and does not exist, of one dimension. */
export function countAsks(countOf: CountOf, years: readonly YearOfVersions[]): CountTree {
  const parts = years.map(({ year }) => ({ code: String(year), ...countOf({ year }) }));
  return { ...countOf({}), partitions: [{ code: 'year', kind: 'time', parts }] };
}
