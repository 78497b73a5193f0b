import { expect, test } from 'vitest';
import type { OutboxState } from '#client/src/features/answering/outbox/outbox-parts.ts';
import { claimNext, enqueue, markRefused, meetConflict } from '#client/src/features/answering/outbox/outbox-steps.ts';
import { saveStatusOf } from '#client/src/features/answering/outbox/save-status.ts';
import { emptyRecord, level, stored } from './outbox-fixture.ts';

const at = new Date('2026-02-03T13:32:00Z');
const quiet: OutboxState = {
  record: emptyRecord(),
  isKeeping: false,
  isUnreachable: false,
  isDurable: true,
  isLockedOut: false,
  isSubmitted: false,
  outdated: [],
  late: 0,
  savedAt: at,
};
const waiting = enqueue(emptyRecord(), 'D1.1', level(2), 0);
const sent = claimNext(waiting);

test.each<[string, Partial<OutboxState>, boolean, object]>([
  ['nothing was given', { savedAt: null }, true, { kind: 'nothing-yet' }],
  ['everything is confirmed', {}, true, { kind: 'saved', at }],
  ['everything is confirmed, without a network', {}, false, { kind: 'saved', at }],
  ['an answer is being kept', { isKeeping: true }, true, { kind: 'saving' }],
  ['an answer is on its way', { record: sent }, true, { kind: 'saving' }],
  ['there is no network', { record: waiting }, false, { kind: 'not-saved', reason: 'offline' }],
  [
    'the server does not reply',
    { record: sent, isUnreachable: true },
    true,
    { kind: 'not-saved', reason: 'server-unreachable' },
  ],
  [
    'the browser keeps nothing either',
    { record: sent, isUnreachable: true, isDurable: false },
    true,
    { kind: 'not-saved', reason: 'storage-refused' },
  ],
  ['the server refused', { record: markRefused(sent, 1) }, true, { kind: 'not-saved', reason: 'refused' }],
  [
    'somebody answered elsewhere',
    { record: meetConflict(sent, 1, stored('D1.1', level(4), 2)) },
    true,
    { kind: 'not-saved', reason: 'conflict' },
  ],
])('says what is true when %s', (_case, changes, isOnline, status) => {
  expect(saveStatusOf({ ...quiet, ...changes }, isOnline)).toEqual(status);
});
