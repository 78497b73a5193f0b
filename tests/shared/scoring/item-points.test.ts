import { expect, test } from 'vitest';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemPoints } from '#shared/domain/scoring/item-points.ts';
import { answer, ladder, rules } from '../../support/small-instrument.ts';

const base = { ...ladder('D1.1') };
const choices = [
  { code: 'none', points: 0 },
  { code: 'some', points: 1.5 },
  { code: 'most', points: 3 },
  { code: 'unscored' },
];
const single: Item = { ...base, kind: 'single-choice', choices };
const multiple: Item = { ...base, kind: 'multiple-choice', choices };
const yesNo: Item = { ...base, kind: 'yes-no', points: { yes: 4, no: 0 } };
const yesNoUnscored: Item = { ...base, kind: 'yes-no' };
const number: Item = { ...base, kind: 'number', minimum: 0, maximum: 10, decimals: 0 };
const text: Item = { ...base, kind: 'text', maximumLength: 100 };

test.each<[string, Item, AnswerValue | null, number | null]>([
  ['a level of a ladder', ladder('D1.1'), { state: 'level', level: 3 }, 3],
  ['a choice', single, { state: 'choice', choice: 'some' }, 1.5],
  ['a choice without points', single, { state: 'choice', choice: 'unscored' }, null],
  ['several choices, summed', multiple, { state: 'choices', choices: ['some', 'unscored'] }, 1.5],
  ['several choices, at most 4', multiple, { state: 'choices', choices: ['some', 'most'] }, 4],
  ['no choice at all', multiple, { state: 'choices', choices: [] }, 0],
  ['yes', yesNo, { state: 'yes-no', yes: true }, 4],
  ['no', yesNo, { state: 'yes-no', yes: false }, 0],
  ['yes without points', yesNoUnscored, { state: 'yes-no', yes: true }, null],
  ['a number', number, { state: 'number', number: 5 }, null],
  ['a text', text, { state: 'text', text: 'x' }, null],
  ['*vet ej*', ladder('D1.1'), { state: 'dont-know' }, null],
  ['*ej relevant*', ladder('D1.1'), { state: 'not-applicable' }, null],
  ['an answer of another kind', ladder('D1.1'), { state: 'yes-no', yes: true }, null],
  ['a withdrawn answer', ladder('D1.1'), null, null],
])('%s gives %4$s points', (_name, item, value, points) => {
  expect(itemPoints(item, { 'D1.1': answer(value) }, rules)).toBe(points);
});

test('an item without an answer gives no points', () => {
  expect(itemPoints(ladder('D1.1'), {}, rules)).toBeNull();
});
