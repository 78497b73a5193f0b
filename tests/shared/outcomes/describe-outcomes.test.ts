import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAsks, describeOutcomes } from '#shared/domain/outcomes/describe-outcomes.ts';
import { listYears } from '#shared/domain/outcomes/list-years.ts';
import type { Group, OutcomeCell } from '#shared/domain/outcomes/outcome-cells.ts';
import { suggestionOutcomes } from '#shared/domain/outcomes/outcome-codes.ts';
import type { PackageOutcomes } from '#shared/domain/outcomes/outcomes.ts';

const rules = { fewestFirms: 5, roundTo: 5 };
const years = [
  { year: 2025, versions: [1] },
  { year: 2026, versions: [1, 2] },
];

/** So many suggestions that are alike, each to a firm of its own unless fewer are named. */
type Alike = Partial<Record<keyof Group, string | number | boolean>> & {
  readonly times: number;
  readonly firms?: number;
};

const groupings: readonly (readonly (keyof Group)[])[] = [
  [],
  ['place'],
  ['outcome'],
  ['outcome', 'detail'],
  ['year'],
  ['year', 'version'],
  ['year', 'place'],
  ['year', 'outcome'],
  ['year', 'outcome', 'detail'],
  ['ruleId', 'hasRule'],
  ['ruleId', 'hasRule', 'outcome'],
];
const undivided = { year: null, version: null, ruleId: null, hasRule: null, place: null, outcome: null, detail: null };
const usual = {
  year: 2026,
  version: 1,
  place: '1',
  outcome: 'unchanged',
  detail: '',
  ruleId: 'X-2',
  hasRule: false,
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The rows that the database gives of them. */
function cellsOf(rows: readonly Alike[], of: Pick<OutcomeCell, 'kind' | 'code'> = { kind: 'suggestion', code: 'p' }) {
  const whole = rows.map((row) => ({ ...usual, ...row }));
  return groupings.flatMap((keys): OutcomeCell[] =>
    [...Map.groupBy(whole, (row) => JSON.stringify(keys.map((key) => row[key]))).values()].map((group) => ({
      ...of,
      ...undivided,
      ...Object.fromEntries(keys.map((key) => [key, group[0]?.[key]])),
      count: sum(group.map(({ times }) => times)),
      firms: sum(group.map(({ times, firms }) => firms ?? times)),
    })),
  );
}

/** By year and by what they came to, in the order of `suggestionOutcomes`. */
const byYears = (counts: Readonly<Record<number, readonly number[]>>): OutcomeCell[] =>
  cellsOf(
    Object.entries(counts).flatMap(([year, numbers]) =>
      suggestionOutcomes.map((outcome, place) => ({
        year: Number(year),
        outcome,
        detail: outcome === 'declined' ? 'no-time' : '',
        times: numbers[place] ?? 0,
      })),
    ),
  );

const described = (cells: readonly OutcomeCell[], ruleIds: readonly string[] = []): PackageOutcomes => {
  const input = { cells, years, packages: [{ code: 'p', ruleIds }], dimensions: [] };
  const [found] = describeOutcomes(input, rules);
  if (found === undefined) throw new Error('there is no package');
  return found;
};
const shown = (rows: readonly { readonly count: number | null }[] | undefined) => rows?.map(({ count }) => count);

describe('what became of a package', () => {
  test('is shown since the start and by year, rounded', () => {
    // Each year 12, 6, 6 and 11, which is 35; together 24, 12, 12 and 22, which is 70. Nothing is smaller than five.
    const { suggestions } = described(byYears({ 2025: [12, 6, 6, 11], 2026: [12, 6, 6, 11] }));

    expect(suggestions.map(({ year, total }) => [year, total])).toEqual([
      [null, 70],
      [2025, 35],
      [2026, 35],
    ]);
    expect(suggestions.map(({ byOutcome }) => shown(byOutcome))).toEqual([
      [25, 10, 10, 20],
      [10, 5, 5, 10],
      [10, 5, 5, 10],
    ]);
    expect(suggestions.map(({ byPlace }) => shown(byPlace))).toEqual([
      [70, null, null],
      [35, null, null],
      [35, null, null],
    ]);
  });

  test('is not divided within years where all years together would tell one of them', () => {
    // In 2025 three parts of 2 are hidden: 16 (13-17) less 10 (8-12) leaves 1 to 9 for three below five, so each may be none.
    // But since the start each of the three is 8 (shown as 10: 8-12) and in 2026 6 (shown as 5: 5-7): in 2025 at least 1.
    const { suggestions } = described(byYears({ 2025: [10, 2, 2, 2], 2026: [10, 6, 6, 6] }));

    expect(suggestions.map(({ total }) => total)).toEqual([45, 15, 30]);
    expect(suggestions.map(({ byOutcome }) => shown(byOutcome))).toEqual([[20, 10, 10, 10], [], []]);
  });

  test('is not shown of fewer than five firms, however often it was suggested to them', () => {
    const { suggestions } = described(cellsOf([{ times: 12, firms: 4 }]));
    expect(suggestions.map(({ total }) => total)).toEqual([null, null, null]);
  });

  test('looks alike when it is too little and when it is nothing', () => {
    const few = described(cellsOf([{ outcome: 'declined', detail: 'no-time', times: 4 }]));
    expect(few).toEqual(described([]));
  });

  test('is told with why it was declined', () => {
    // 14 declined: 7 are too far, 7 have no time; 5 (5-7) twice leaves none to 7 of 15 (13-17) for the five others.
    const declined = (detail: string) => ({ outcome: 'declined', detail, times: 7 });
    const { suggestions } = described(
      cellsOf([{ outcome: 'first', times: 14 }, declined('too-far'), declined('no-time')]),
    );
    const reasons = suggestions[0]?.byDetail.find(({ outcome }) => outcome === 'declined')?.rows ?? [];

    expect(reasons.filter(({ count }) => count !== null)).toEqual([
      { code: 'no-time', count: 5 },
      { code: 'too-far', count: 5 },
    ]);
  });

  test('is told by the version that suggested it, of single years', () => {
    // 2026: 30 (28-32) of 12 and 18, so 8-12 and 18-22.
    const { suggestions } = described(
      cellsOf([
        { version: 1, times: 12 },
        { version: 2, times: 18 },
      ]),
    );

    expect(suggestions.map(({ byVersion }) => byVersion)).toEqual([
      [],
      [{ code: '1', count: null }],
      [
        { code: '1', count: 10 },
        { code: '2', count: 20 },
      ],
    ]);
  });
});

describe('what became of what a rule brought in', () => {
  /** Half of each declined. */
  const brought = (withRule: number, without: number) =>
    cellsOf([
      { hasRule: true, outcome: 'declined', detail: 'no-time', times: withRule / 2 },
      { hasRule: true, times: withRule / 2 },
      { hasRule: false, outcome: 'declined', detail: 'no-time', times: without / 2 },
      { hasRule: false, times: without / 2 },
    ]);

  test('is told beside the package, with how often it was declined', () => {
    // 40 of 20 with the rule and 20 without it; of each 10 declined.
    const [rule] = described(brought(20, 20), ['X-2']).rules;
    expect(rule).toMatchObject({ ruleId: 'X-2', total: 20 });
    expect(rule?.byOutcome.find(({ code }) => code === 'declined')?.count).toBe(10);
  });

  test('is hidden where the rest of the package could be told by it', () => {
    // 24 (25: 23-27) less 22 (20: 18-22) is at least 1: there is a suggestion that the rule had no part in.
    expect(described(brought(22, 2), ['X-2']).rules[0]?.total).toBeNull();
  });

  test('is hidden, and not left out, of a rule that has brought nothing in', () => {
    expect(described(cellsOf([{ times: 20 }]), ['X-9']).rules).toMatchObject([{ ruleId: 'X-9', total: null }]);
  });
});

test('what firms ask for that does not exist is told by dimension and year', () => {
  const cells = cellsOf(
    [
      { year: 2025, times: 3 },
      { year: 2026, times: 13 },
    ],
    { kind: 'ask', code: 'D1' },
  );
  // 16 (15: 13-17) of 13 (15: 13-17): in 2025 none to 4.
  expect(describeAsks({ cells, years, packages: [], dimensions: ['D1', 'D2'] }, rules)).toEqual([
    {
      dimension: 'D1',
      total: 15,
      byYear: [
        { code: '2025', count: null },
        { code: '2026', count: 15 },
      ],
    },
    {
      dimension: 'D2',
      total: null,
      byYear: [
        { code: '2025', count: null },
        { code: '2026', count: null },
      ],
    },
  ]);
});

test('no hidden part of a year can be told from all years and the other one', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 });
  const between = (count: number) => [Math.max(5, count - 2), count + 2] as const;
  fc.assert(
    fc.property(numbers, numbers, (earlier, later) => {
      const { suggestions } = described(byYears({ 2025: earlier, 2026: later }));
      const [all, one, other] = suggestions.map(({ byOutcome }) => shown(byOutcome) ?? []);
      for (const place of suggestionOutcomes.keys()) {
        for (const [hidden, told] of [
          [one, other],
          [other, one],
        ]) {
          const [total, rest] = [all?.[place], told?.[place]];
          const isHiddenBeside = hidden?.[place] === null && hidden.some((each) => each !== null);
          if (!isHiddenBeside || total === null || rest === null || total === undefined || rest === undefined) continue;
          expect(between(total)[0] - between(rest)[1]).toBeLessThanOrEqual(0);
          expect(between(total)[1] - between(rest)[0]).toBeGreaterThanOrEqual(2);
        }
      }
    }),
  );
});

describe('the years', () => {
  const versions = [
    { number: 1, fromYear: 2025, untilYear: 2026 },
    { number: 2, fromYear: 2026, untilYear: 2026 },
  ];

  test('go from the first version to the last counted, whatever there is in them, with the versions in use in each', () => {
    for (const cells of [[], cellsOf([{ year: 2025, times: 1 }]), cellsOf([{ year: 2026, times: 1 }])]) {
      expect(listYears(cells, versions, 2026)).toEqual(years);
    }
    expect(listYears([], [], 2026)).toEqual([{ year: 2026, versions: [] }]);
  });

  test('have also a version that was put in afterwards', () => {
    expect(listYears(cellsOf([{ year: 2024, version: 2, times: 1 }]), versions, 2026)).toEqual([
      { year: 2024, versions: [2] },
      ...years,
    ]);
  });
});
