import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Activity, fundingTags } from '#shared/domain/followup/activity.ts';
import { isInPortfolio, sumAll, sumByFunding, sumByS3Area } from '#shared/domain/followup/portfolio.ts';
import { exampleActivity } from '../../support/follow-up.ts';

const activity = (changes: Partial<Activity>): Activity => ({ ...exampleActivity, ...changes });

test('sums are of the amounts that are known, and say how many are not', () => {
  // First: 4 000 000 from the ERDF and an unknown regional part. Second: 500 000 from the region. Third: no money told of.
  const activities = [
    exampleActivity,
    activity({ funding: [{ tag: 'regional', kronor: 500_000 }], s3Area: null }),
    activity({ funding: [], s3Area: null }),
  ];

  expect(sumByFunding(activities).filter(({ sum }) => sum.activities > 0)).toEqual([
    { tag: 'erdf', sum: { activities: 1, kronor: 4_000_000, withoutAmount: 0 } },
    { tag: 'regional', sum: { activities: 2, kronor: 500_000, withoutAmount: 1 } },
  ]);
  expect(sumByS3Area(activities, ['d-advanced-industry', 'x-materials'])).toEqual([
    { s3Area: 'd-advanced-industry', sum: { activities: 1, kronor: 4_000_000, withoutAmount: 1 } },
    { s3Area: 'x-materials', sum: { activities: 0, kronor: 0, withoutAmount: 0 } },
    { s3Area: null, sum: { activities: 2, kronor: 500_000, withoutAmount: 1 } },
  ]);
  expect(sumAll(activities)).toEqual({ activities: 3, kronor: 4_500_000, withoutAmount: 2 });
});

test.each([
  [{}, true],
  [{ region: '20' }, true],
  [{ region: '17' }, false],
  [{ county: '20' }, true],
  [{ county: '21' }, false],
  [{ priority: 'P1' }, true],
  [{ priority: 'P2' }, false],
  [{ status: 'started' }, true],
  [{ status: 'planned' }, false],
  [{ funding: 'erdf' }, true],
  [{ funding: 'esf' }, false],
  [{ s3Area: 'd-advanced-industry' }, true],
  [{ s3Area: 'x-materials' }, false],
  [{ region: '20', priority: 'P3', funding: 'esf' }, false],
] as const)('%o keeps the example: %s', (filter, isKept) => {
  expect(isInPortfolio({ region: '20', activity: exampleActivity }, filter)).toBe(isKept);
});

test('an activity without a county is carried out in every county', () => {
  expect(isInPortfolio({ region: '20', activity: activity({ counties: [] }) }, { county: '21' })).toBe(true);
});

const anyFunding = fc.uniqueArray(
  fc.record({ tag: fc.constantFrom(...fundingTags), kronor: fc.option(fc.nat(1_000_000_000)) }),
  { selector: ({ tag }) => tag },
);
const anyActivities = fc.array(
  fc.record({ funding: anyFunding, s3Area: fc.option(fc.constantFrom('a', 'b', 'gone')) }).map(activity),
);

test('by source and by area the sums come to the same in all, and every activity is in one area', () => {
  fc.assert(
    fc.property(anyActivities, (activities) => {
      const all = sumAll(activities);
      const kronor = (sums: readonly { sum: { kronor: number } }[]) =>
        sums.reduce((sum, each) => sum + each.sum.kronor, 0);
      const areas = sumByS3Area(activities, ['a', 'b']);
      expect(kronor(sumByFunding(activities))).toBe(all.kronor);
      expect(kronor(areas)).toBe(all.kronor);
      expect(areas.reduce((sum, each) => sum + each.sum.activities, 0)).toBe(activities.length);
    }),
  );
});
