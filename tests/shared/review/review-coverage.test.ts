import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, judgedCodes, sumCoverage } from '#shared/domain/review/review-coverage.ts';

const reviewable = [
  { dimension: 'D1', items: ['D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5', 'D1.6'] },
  { dimension: 'D2', items: ['D2.1', 'D2.2'] },
  { dimension: 'PM1', items: ['PM1.1', 'PM1.2', 'PM1.3'] },
];

test('one of six questions is one of six, and an area as a whole is all of it', () => {
  const coverage = coverageOf(reviewable, ['D1.4', 'PM1']);
  expect(coverage.get('D1')).toEqual({ judged: 1, total: 6 });
  expect(coverage.get('D2')).toEqual({ judged: 0, total: 2 });
  expect(coverage.get('PM1')).toEqual({ judged: 3, total: 3 });
  // 1 + 0 + 3 of 6 + 2 + 3.
  expect(sumCoverage(coverage.values())).toEqual({ judged: 4, total: 11 });
});

test('what could not be judged is not judged', () => {
  expect(
    judgedCodes([
      { code: 'D1.1', judgement: { state: 'not-judged' } },
      { code: 'D1.2', judgement: { state: 'level', level: 0 } },
    ]),
  ).toEqual(['D1.2']);
});

test('is never more than there is, whatever was judged, and everything when every question was', () => {
  const codes = [...reviewable.flatMap(({ dimension, items }) => [dimension, ...items]), 'D9.9'];
  fc.assert(
    fc.property(fc.subarray(codes), (judged) => {
      for (const { judged: count, total } of coverageOf(reviewable, judged).values()) {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(total);
      }
    }),
  );
  const all = sumCoverage(coverageOf(reviewable, codes).values());
  expect(all.judged).toBe(all.total);
});
