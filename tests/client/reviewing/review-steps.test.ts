import { expect, test } from 'vitest';
import type { EntryDraft } from '#client/src/features/reviewing/api.ts';
import { countSteps, filterSteps, listSteps } from '#client/src/features/reviewing/review-steps.ts';
import type { ReviewBasis } from '#shared/domain/review/review-basis.ts';
import { answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const basis: ReviewBasis = {
  structure: structureOf(['D1.1', 'D1.2', 'D2.1', 'D2.2'].map((code) => ladder(code))),
  formCode: 'quick',
  profile: workshop,
  answers: answersOf({ 'D1.1': 1, 'D1.2': 2, 'D2.1': '?' }),
};
const entry = (level: number | null, reason = ''): EntryDraft => ({
  judgement: level === null ? null : { state: 'level', level },
  reason,
  evidence: [],
});
const codesOf = (steps: readonly { code: string }[]) => steps.map(({ code }) => code);
const nothing = new Map<string, EntryDraft>();

test('are the questions, or the area where it is judged as a whole', () => {
  expect(codesOf(listSteps(basis, nothing, new Set()))).toEqual(['D1.1', 'D1.2', 'D2.1', 'D2.2']);
  expect(codesOf(listSteps(basis, nothing, new Set(['D1'])))).toEqual(['D1', 'D2.1', 'D2.2']);
  expect(codesOf(listSteps(basis, new Map([['D2', entry(3)]]), new Set()))).toEqual(['D1.1', 'D1.2', 'D2']);
  // As soon as a question is judged the area no longer is.
  expect(codesOf(listSteps(basis, new Map([['D1.2', entry(3)]]), new Set(['D1'])))).toContain('D1.1');
});

test('are narrowed to what is left or what differs, and the one looked at stays', () => {
  const entries = new Map([
    ['D1.1', entry(1)],
    ['D1.2', entry(4, 'Sett')],
    ['D2.1', entry(2)],
  ]);
  const steps = listSteps(basis, entries, new Set());
  const shown = (filter: 'all' | 'left' | 'differs', at = '') =>
    codesOf(filterSteps(steps, { basis, entries, filter, at }));
  expect(shown('all')).toHaveLength(4);
  expect(shown('left')).toEqual(['D2.2']);
  expect(shown('left', 'D1.1')).toEqual(['D1.1', 'D2.2']);
  expect(shown('differs')).toEqual(['D1.2', 'D2.1']);
  expect(countSteps(steps, basis, entries)).toEqual({ total: 4, judged: 3, differing: 2, withoutReason: 1 });
});
