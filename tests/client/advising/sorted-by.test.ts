import { expect, test } from 'vitest';
import { decidingDay } from '#client/src/features/advising/sorted-by.ts';
import { inDays, rowOf } from './queue-fixture.ts';

const [due, since] = [inDays(2), inDays(-3)];
const referral = { answerDueAt: due, statusSince: since };
const submittedAt = '2026-02-03T12:00:00.000Z';
const waiting = rowOf(1, 'Smedjan AB', { referral });
const started = rowOf(2, 'Smedjan AB', { referral: { ...referral, status: 'started' } });
const ended = rowOf(3, 'Smedjan AB', { referral: { ...referral, status: 'completed' } });
const without = rowOf(4, 'Smedjan AB', { referral: null });
const closed = rowOf(5, 'Smedjan AB', { referral: null, facts: null });

test('the most urgent are sorted by when they were to be answered, also when they are under way', () => {
  expect(decidingDay(waiting, 'to-answer', 'due')).toEqual({ kind: 'answer-due', at: due });
  expect(decidingDay(started, 'under-way', 'due')).toEqual({ kind: 'answer-due', at: due });
  expect(decidingDay(started, 'all', 'due')).toEqual({ kind: 'answer-due', at: due });
});

test('a firm without a request under way is sorted by its last answers, and last without them', () => {
  expect(decidingDay(without, 'rounds-due', 'due')).toEqual({ kind: 'submitted', at: submittedAt });
  expect(decidingDay(ended, 'all', 'due')).toEqual({ kind: 'submitted', at: submittedAt });
  expect(decidingDay(closed, 'all', 'due')).toBeUndefined();
});

test('what changed last is sorted by the request, else by the last answers', () => {
  expect(decidingDay(ended, 'all', 'newest')).toEqual({ kind: 'changed', at: since });
  expect(decidingDay(without, 'all', 'newest')).toEqual({ kind: 'submitted', at: submittedAt });
});

test('by name and by level no day decides', () => {
  expect(decidingDay(waiting, 'to-answer', 'name')).toBeUndefined();
  expect(decidingDay(waiting, 'to-answer', 'lowest-level')).toBeUndefined();
});
