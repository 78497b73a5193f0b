import { expect, test } from 'vitest';
import { wholeGroup } from '#shared/domain/cohort/whole-group.ts';

// A group of 16 places and at least 6, of which one firm is not known: 15 and 5 are planned. With eight of them unknown the
// smallest group is there already, and no number of it is known.
test.each([
  [{ places: 15, minimumGroup: 5 }, 1, { places: 16, minimum: 6 }],
  [{ places: 16, minimumGroup: 6 }, 0, { places: 16, minimum: 6 }],
  [{ places: 8, minimumGroup: 0 }, 8, { places: 16, minimum: null }],
])('a group of %j with %i firms that are not planned is %j', (edition, unseen, whole) => {
  expect(wholeGroup({ edition, unseen })).toEqual(whole);
});
