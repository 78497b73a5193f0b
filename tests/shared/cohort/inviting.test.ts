import { expect, test } from 'vitest';
import { invitingOf } from '#shared/domain/cohort/inviting.ts';
import { type PlacementStatus, placementStatuses } from '#shared/domain/edition/placement-states.ts';

const both = [true, false];

test('a firm that nothing has come of is invited', () => {
  expect(invitingOf(undefined)).toBe('open');
});

test.each<[PlacementStatus]>([['invited'], ['placed'], ['completed']])(
  'one that is %s there is not asked again',
  (status) => {
    for (const isSincePlan of both) expect(invitingOf({ status, isElsewhere: false, isSincePlan })).toBe('there');
  },
);

test.each<[PlacementStatus]>([['waiting'], ['declined'], ['expired'], ['left']])(
  'one that is %s is asked when it was so before the plan, and looked at when it has become so since',
  (status) => {
    expect(invitingOf({ status, isElsewhere: false, isSincePlan: false })).toBe('open');
    expect(invitingOf({ status, isElsewhere: false, isSincePlan: true })).toBe('changed');
  },
);

test('whatever has come of the package elsewhere is looked at first', () => {
  for (const status of placementStatuses)
    for (const isSincePlan of both) expect(invitingOf({ status, isElsewhere: true, isSincePlan })).toBe('changed');
});
