import { expect, test } from 'vitest';
import { proposeChoices } from '#shared/domain/effect/propose-choices.ts';

const periodOf = (from: string, until: string) => ({ from, until });
const halfYear = periodOf('2026-01-01', '2026-07-01');
const quarter = periodOf('2026-07-01', '2026-10-01');
const periods = { 'half-year': halfYear, quarter, year: periodOf('2025-01-01', '2026-01-01') };
const offered = {
  kinds: ['half-year', 'quarter', 'year'],
  periodOf: (kind: keyof typeof periods) => periods[kind],
  breakdowns: [['county'], ['branch'], ['size'], ['county', 'branch']],
} as const;
const counted = { kind: 'levels' as const, population: 'sme', isSimulated: false, measures: ['D1', 'PM1'] };
const earlier = (period: { from: string; until: string }, changes: object = {}) => ({
  ...counted,
  periods: [period],
  population: 'all',
  ...changes,
});
const propose = (...releases: ReturnType<typeof earlier>[]) => proposeChoices(offered, counted, releases);

test('beside nothing the first period is proposed in all divisions', () => {
  expect(propose()).toEqual({ kind: 'half-year', breakdowns: offered.breakdowns, isCautious: false });
});

test('the first period that shares nothing with an earlier release is proposed in all divisions', () => {
  expect(propose(earlier(halfYear))).toMatchObject({ kind: 'quarter', isCautious: false });
  expect(propose(earlier(halfYear), earlier(quarter))).toMatchObject({ kind: 'year', isCautious: false });
});

test('where every period shares answers, the first that is not almost the same is proposed by county alone', () => {
  const lastTwelve = earlier(periodOf('2025-11-01', '2026-11-01'));

  expect(propose(lastTwelve)).toEqual({ kind: 'half-year', breakdowns: [['county']], isCautious: true });
  expect(propose(lastTwelve, earlier(periodOf('2026-01-01', '2026-06-01')))).toMatchObject({ kind: 'quarter' });
  expect(propose(lastTwelve, earlier(halfYear, { population: 'sme' }))).toMatchObject({ kind: 'quarter' });
});

test('where every period is almost the same as an earlier one, the first is proposed by county alone', () => {
  expect(propose(...Object.values(periods).map((period) => earlier(period)))).toEqual({
    ...{ kind: 'half-year', breakdowns: [['county']], isCautious: true },
  });
});

test.each([
  ['other measures', { measures: ['collaboration.large-firm'] }],
  ['effects', { kind: 'effect' }],
  ['made-up firms', { isSimulated: true }],
])('%s keep nothing from being proposed', (_, changes) => {
  expect(propose(earlier(periodOf('2025-01-01', '2026-11-01'), changes))).toMatchObject({
    kind: 'half-year',
    isCautious: false,
  });
});
