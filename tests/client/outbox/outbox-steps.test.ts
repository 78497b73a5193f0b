import { expect, test } from 'vitest';
import {
  acknowledge,
  claimNext,
  enqueue,
  markRefused,
  meetConflict,
  nextToSend,
  pendingAnswers,
  retryRefused,
  settleConflict,
} from '#client/src/features/answering/outbox/outbox-steps.ts';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import { emptyRecord, level, stored, summary } from './outbox-fixture.ts';

test('keeps answers in the order they were given, each under a number of its own', () => {
  const record = enqueue(enqueue(emptyRecord(), 'D1.1', level(1), 0), 'D1.2', level(2), 5);

  expect(record.entries.map(({ clientSequence }) => clientSequence)).toEqual([1, 2]);
  expect(summary(record)).toEqual([
    { itemCode: 'D1.1', level: 1, baseRevision: 0, state: 'waiting' },
    { itemCode: 'D1.2', level: 2, baseRevision: 5, state: 'waiting' },
  ]);
});

test('replaces an answer that was never sent', () => {
  const record = enqueue(enqueue(emptyRecord(), 'D1.1', level(1), 3), 'D1.1', level(4), 3);

  expect(summary(record)).toEqual([{ itemCode: 'D1.1', level: 4, baseRevision: 3, state: 'waiting' }]);
  expect(nextToSend(record)?.clientSequence).toBe(2);
});

test('lets a newer answer wait behind one that is under way, and builds it on the revision that one got', () => {
  const underWay = claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0));
  const both = enqueue(underWay, 'D1.1', level(4), 0);
  expect(nextToSend(both)?.clientSequence).toBe(1);

  const after = acknowledge(both, 1, stored('D1.1', level(1), 7));

  expect(summary(after)).toEqual([{ itemCode: 'D1.1', level: 4, baseRevision: 7, state: 'waiting' }]);
});

test('builds on what another tab of this browser has saved, though this tab did not hear of it', () => {
  const sent = claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0));
  const saved = acknowledge(sent, 1, stored('D1.1', level(1), 1));

  expect(summary(enqueue(saved, 'D1.1', level(4), 0))).toEqual([
    { itemCode: 'D1.1', level: 4, baseRevision: 1, state: 'waiting' },
  ]);
});

test('sends an answer whose fate is unknown again under the same number', () => {
  const underWay = claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0));

  expect(nextToSend(claimNext(underWay))).toEqual(underWay.entries[0]);
});

test('puts the newest own answer beside the one the server holds', () => {
  const both = enqueue(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 'D1.1', level(4), 0);

  const record = meetConflict(both, 1, stored('D1.1', level(2), 9));

  expect(summary(record)).toEqual([{ itemCode: 'D1.1', level: 4, baseRevision: 9, state: 'conflict' }]);
  expect(record.entries[0]?.current?.answer).toEqual(level(2));
  expect(nextToSend(record)).toBeUndefined();
});

test('lets no further answer settle a conflict by the way', () => {
  const met = meetConflict(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 1, stored('D1.1', level(2), 9));

  const record = enqueue(met, 'D1.1', level(3), 9);

  expect(summary(record)).toEqual([{ itemCode: 'D1.1', level: 3, baseRevision: 9, state: 'conflict' }]);
  expect(record.entries[0]?.current?.answer).toEqual(level(2));
});

test('saves the own answer over the other one when the person says so, as a new request', () => {
  const met = meetConflict(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 1, stored('D1.1', level(2), 9));

  const next = nextToSend(settleConflict(met, 'D1.1', 'own'));

  expect(next).toMatchObject({ answer: level(1), baseRevision: 9, clientSequence: 2, isAttempted: false });
});

test('drops the own answer when the person keeps the other one', () => {
  const met = meetConflict(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 1, stored('D1.1', level(2), 9));

  expect(settleConflict(met, 'D1.1', 'theirs').entries).toEqual([]);
});

test('builds what is said next on the other answer that was kept, also in a tab that did not hear of it', () => {
  const met = meetConflict(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 1, stored('D1.1', level(2), 9));
  const next = enqueue(settleConflict(met, 'D1.1', 'theirs'), 'D1.1', level(3), 0);

  expect(summary(next)).toEqual([{ itemCode: 'D1.1', level: 3, baseRevision: 9, state: 'waiting' }]);
});

test('keeps a refused answer to be seen, and sends it again only when asked', () => {
  const refused = markRefused(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 1);
  expect(summary(refused)).toEqual([{ itemCode: 'D1.1', level: 1, baseRevision: 0, state: 'refused' }]);
  expect(nextToSend(refused)).toBeUndefined();

  expect(nextToSend(retryRefused(refused))?.clientSequence).toBe(1);
});

test('sends the newer answer when the one before it was refused', () => {
  const both = enqueue(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 3)), 'D1.1', level(4), 3);

  const record = markRefused(both, 1);

  expect(summary(record)).toEqual([{ itemCode: 'D1.1', level: 4, baseRevision: 3, state: 'waiting' }]);
  expect(nextToSend(record)?.clientSequence).toBe(2);
});

test('shows the newest own answer of each question', () => {
  const both = enqueue(claimNext(enqueue(emptyRecord(), 'D1.1', level(1), 0)), 'D1.1', level(4), 0);

  expect([...pendingAnswers(both)]).toEqual([['D1.1', level(4)]]);
});

const [earlier, now] = ['1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22', '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab23'].map((id) =>
  instrumentVersionIdSchema.parse(id),
);

test('sends an answer to the question of another version, and does not show it, since this one may ask something else', () => {
  const record = enqueue(emptyRecord(), 'D1.1', level(3), 0, earlier);

  expect(nextToSend(record)).toMatchObject({ itemCode: 'D1.1', instrumentVersionId: earlier });
  expect([...pendingAnswers(record, earlier)]).toEqual([['D1.1', level(3)]]);
  expect([...pendingAnswers(record, now)]).toEqual([]);
});

test('puts an answer to the question of this version in the place of one to another', () => {
  const both = enqueue(enqueue(emptyRecord(), 'D1.1', level(3), 0, earlier), 'D1.1', level(1), 0, now);

  expect(both.entries).toHaveLength(1);
  expect([...pendingAnswers(both, now)]).toEqual([['D1.1', level(1)]]);
});
