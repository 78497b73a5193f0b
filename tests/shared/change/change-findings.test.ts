import { expect, test } from 'vitest';
import { findChanges, findingOf } from '#shared/domain/change/change-findings.ts';
import { type Verdict, verdicts } from '#shared/domain/change/judge-change.ts';

const area = (name: string, verdict: Verdict, difference: number | null, holdsTogether = false) => ({
  ...{ name, verdict, difference, holdsTogether },
});
const found = (...areas: readonly ReturnType<typeof area>[]) => findChanges(areas, (each) => each);

test('a change that does not hold when all areas are compared is a sign, and what lies within error is neither', () => {
  expect(verdicts.map((verdict) => findingOf(verdict, true))).toEqual([...verdicts]);
  expect(verdicts.map((verdict) => findingOf(verdict, false))).toEqual([
    ...['sign-of-rise', 'sign-of-fall', 'within-error', 'too-few-comparable', 'only-then', 'only-now'],
  ]);
});

test('areas are listed by what is told of them, the largest change first, and only what is compared is counted', () => {
  const told = found(
    area('little', 'risen', 0.9),
    area('much', 'risen', 1.4),
    area('sure', 'fallen', -2, true),
    area('same', 'within-error', 0),
    area('gone', 'only-then', null),
  );

  expect(told.of['sign-of-rise'].map(({ name }) => name)).toEqual(['much', 'little']);
  expect(told.of.fallen.map(({ name }) => name)).toEqual(['sure']);
  expect(told.of['within-error'].map(({ name }) => name)).toEqual(['same']);
  expect(told.compared).toBe(4);
});

test.each([
  ['holding', [area('one', 'risen', 2, true), area('other', 'fallen', -1)]],
  ['signs', [area('one', 'risen', 2), area('other', 'within-error', 0)]],
  ['nothing', [area('one', 'within-error', 1), area('other', 'only-now', null)]],
] as const)('the headline is %s where no more can be said', (headline, areas) => {
  expect(found(...areas).headline).toBe(headline);
});
