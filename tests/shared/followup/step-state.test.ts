import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editionStatuses } from '#shared/domain/edition/edition-states.ts';
import { type Activity, activityStatuses } from '#shared/domain/followup/activity.ts';
import { type FollowedEdition, followStep, stateOfEdition } from '#shared/domain/followup/step-state.ts';
import { exampleActivity } from '../../support/follow-up.ts';

const today = '2026-11-26';
const activity = (changes: Partial<Activity>): Activity => ({ ...exampleActivity, ...changes });
const edition = (changes: Partial<FollowedEdition>): FollowedEdition => ({
  packageCode: 'one-page-digital-plan',
  status: 'confirmed',
  startsOn: '2026-03-01',
  endsOn: '2026-05-01',
  ...changes,
});

test('a step of which nothing is written down has not started', () => {
  expect(followStep({ activities: [], editions: [] }, today)).toEqual({
    state: 'not-started',
    since: null,
    isOngoing: false,
  });
});

test('a step has started with the first of its activities or groups', () => {
  // The group began in January, the activity in February; the planned activity decides nothing.
  const activities = [activity({ from: '2026-02-01' }), activity({ status: 'planned', from: '2025-01-01' })];
  const editions = [edition({ startsOn: '2026-01-15', status: 'completed' })];

  expect(followStep({ activities, editions }, today)).toEqual({
    state: 'started',
    since: '2026-01-15',
    isOngoing: true,
  });
});

test.each([
  ['what was stopped is no start', { activities: [activity({ status: 'stopped' })], editions: [] }, 'stopped'],
  [
    'what was stopped does not hide what has been done',
    { activities: [activity({ status: 'stopped' }), activity({ status: 'completed' })], editions: [] },
    'started',
  ],
  [
    'what is planned anew is more than what was stopped',
    { activities: [activity({ status: 'stopped' }), activity({ status: 'planned' })], editions: [] },
    'planned',
  ],
  ['a planned one has not', { activities: [activity({ status: 'planned' })], editions: [] }, 'planned'],
  [
    'a group that begins later is planned',
    { activities: [], editions: [edition({ startsOn: '2027-01-01' })] },
    'planned',
  ],
  ['a group that begins today has begun', { activities: [], editions: [edition({ startsOn: today })] }, 'started'],
  [
    'a group whose day went by without being confirmed counts for nothing',
    { activities: [], editions: [edition({ status: 'open' })] },
    'not-started',
  ],
  ['a cancelled group neither', { activities: [], editions: [edition({ status: 'cancelled' })] }, 'not-started'],
] as const)('%s', (_, parts, state) => {
  expect(followStep(parts, today).state).toBe(state);
});

test.each([
  ['open', '2027-01-01', 'planned'],
  ['confirmed', '2027-01-01', 'planned'],
  ['cancelled', '2027-01-01', null],
  ['confirmed', today, 'started'],
  ['completed', '2026-03-01', 'started'],
  ['open', '2026-03-01', null],
  ['cancelled', '2026-03-01', null],
] as const)('a group that is %s and begins %s counts as %s', (status, startsOn, state) => {
  expect(stateOfEdition({ status, startsOn }, today)).toBe(state);
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyActivity = fc
  .record({ status: fc.constantFrom(...activityStatuses), from: day })
  // As `checkActivity` lets them be.
  .filter(({ status, from }) => status === 'planned' || from <= today)
  .map(activity);
const anyEdition = fc.record({ status: fc.constantFrom(...editionStatuses), startsOn: day, endsOn: day }).map(edition);
const anyParts = fc.record({ activities: fc.array(anyActivity), editions: fc.array(anyEdition) });

test('a step has started on the day of what was not stopped', () => {
  const activities = [activity({ status: 'stopped', from: '2024-01-01' }), activity({ from: '2026-02-01' })];

  expect(followStep({ activities, editions: [] }, today).since).toBe('2026-02-01');
});

test('more that is done never takes a start away, or moves it later', () => {
  fc.assert(
    fc.property(anyParts, anyActivity, ({ activities, editions }, more) => {
      const before = followStep({ activities, editions }, today);
      const after = followStep({ activities: [...activities, more], editions }, today);
      if (before.state !== 'started') return;
      expect(after.state).toBe('started');
      expect((after.since ?? '9') <= (before.since ?? '')).toBe(true);
    }),
  );
});

test('what has started did so by today, whatever is going on has started, and the order says nothing', () => {
  fc.assert(
    fc.property(anyParts, ({ activities, editions }) => {
      const step = followStep({ activities, editions }, today);
      if (step.state === 'started') expect((step.since ?? '9') <= today).toBe(true);
      if (step.isOngoing) expect(step.state).toBe('started');
      expect(step.since === null).toBe(step.state === 'not-started');
      const turned = { activities: activities.toReversed(), editions: editions.toReversed() };
      expect(followStep(turned, today)).toEqual(step);
    }),
  );
});
