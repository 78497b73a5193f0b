import { expect, test } from 'vitest';
import { canBeReminded, respondentState } from '#shared/domain/respondents/respondent-state.ts';

const now = new Date('2026-11-27T12:00:00Z');
const later = new Date('2026-12-27T12:00:00Z');
const invited = { hasOpened: false, expiresAt: later, doneAt: null, takenBackAt: null };
const byMail = { ...invited, email: 'lars@smeden.example', remindedAt: null };

test('an invitation that was never opened ends with its time, and one that was opened goes on', () => {
  expect(respondentState(invited, now)).toBe('invited');
  expect(respondentState({ ...invited, expiresAt: now }, now)).toBe('expired');
  expect(respondentState({ ...invited, hasOpened: true, expiresAt: now }, now)).toBe('answering');
  expect(respondentState({ ...invited, hasOpened: true, doneAt: now }, now)).toBe('done');
  expect(respondentState({ ...invited, doneAt: now, takenBackAt: now }, now)).toBe('taken-back');
});

test('whoever was invited by mail and is not done is reminded once, as long as what was mailed opens something', () => {
  expect(canBeReminded(byMail, now)).toBe(true);
  expect(canBeReminded({ ...byMail, hasOpened: true }, now)).toBe(true);
  const never = [{ email: null }, { remindedAt: now }, { doneAt: now }, { takenBackAt: now }, { expiresAt: now }];
  for (const change of never) expect(canBeReminded({ ...byMail, hasOpened: true, ...change }, now)).toBe(false);
});
