import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import type { Outcomes, PackageOutcomes } from '#shared/domain/outcomes/outcomes.ts';

const both = (sv: string) => ({ sv, en: `${sv} (en)` });
const rows = (counts: Readonly<Record<string, number | null>>) =>
  Object.entries(counts).map(([code, count]) => ({ code, count }));

const nothing = (year: number | null): Outcomes => ({
  year,
  total: null,
  byPlace: [],
  byOutcome: [],
  byDetail: [],
  byVersion: [],
});
const noPeriods = [nothing(null), nothing(2025), nothing(2026)];

const suggested: readonly Outcomes[] = [
  {
    ...nothing(null),
    total: 60,
    byPlace: rows({ '1': 30, '2': 20, '3': 10 }),
    byOutcome: rows({ first: 20, later: 10, unchanged: 15, declined: 15 }),
    byDetail: [{ outcome: 'declined', rows: rows({ 'too-far': 10, 'no-time': 5, other: null }) }],
  },
  nothing(2025),
  {
    ...nothing(2026),
    total: 35,
    byPlace: rows({ '1': 35, '2': null, '3': null }),
    byVersion: rows({ '1': 15, '2': 20 }),
  },
];

export const cohort: PackageOutcomes = {
  packageCode: 'process-cohort',
  suggestions: [...suggested],
  requests: [
    {
      ...nothing(null),
      total: 25,
      byPlace: rows({ suggested: 25, 'not-suggested': null }),
      byOutcome: rows({ accepted: 15, declined: 10, 'handed-over': null, withdrawn: null, open: null }),
      byDetail: [],
    },
    nothing(2025),
    nothing(2026),
  ],
  placements: noPeriods,
  rules: [{ ruleId: 'X-1', total: 40, byOutcome: rows({ first: 10, declined: 15 }), byDetail: [] }],
};
const quiet = (packageCode: string): PackageOutcomes => ({
  packageCode,
  suggestions: noPeriods,
  requests: noPeriods,
  placements: noPeriods,
  rules: [],
});

export const outcomesOf = (changes: Partial<RuleOutcomesDocument> = {}): RuleOutcomesDocument => ({
  countedUntil: '2026-10-31T23:00:00.000Z',
  isSimulated: false,
  protection: {
    version: 'protection-1',
    fewestFirms: 5,
    roundTo: 5,
    fewestForRate: 10,
    rateStepPercent: 5,
    onEitherSideOfQuantile: 5,
    fewestForShare: 25,
    fewestForChange: 10,
  },
  years: [2025, 2026],
  packages: [
    { code: 'process-cohort', name: both('Ordning i flödet') },
    { code: 'validation', name: both('Validering') },
  ],
  rules: [
    { id: 'X-1', name: both('Processerna först') },
    { id: 'X-2', name: both('Plats för det nya') },
  ],
  dimensions: [
    { code: 'D1', name: both('Affärsmodell') },
    { code: 'D2', name: both('Erbjudande') },
  ],
  outcomes: [cohort, quiet('validation')],
  asked: [
    { dimension: 'D1', total: 15, byYear: rows({ '2025': null, '2026': 10 }) },
    { dimension: 'D2', total: null, byYear: rows({ '2025': null, '2026': null }) },
  ],
  sha256: '0123456789abcdef0123456789abcdef',
  ...changes,
});

export const emptyOutcomes = (): RuleOutcomesDocument =>
  outcomesOf({ outcomes: [quiet('process-cohort')], asked: [{ dimension: 'D1', total: null, byYear: [] }] });
