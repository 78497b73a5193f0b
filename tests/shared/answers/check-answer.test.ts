import { expect, test } from 'vitest';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { answer, ladder } from '../../support/small-instrument.ts';

const base = ladder('D1.1');
const choices = [{ code: 'a' }, { code: 'b' }];
const single: Item = { ...base, kind: 'single-choice', choices };
const multiple: Item = { ...base, kind: 'multiple-choice', choices };
const number: Item = { ...base, kind: 'number', minimum: 1, maximum: 10, decimals: 1 };
const text: Item = { ...base, kind: 'text', maximumLength: 3 };
const strict = ladder('D1.1', { allowsDontKnow: false, allowsNotApplicable: false });

test.each<[string, Item, AnswerValue | null, string[]]>([
  ['a level', base, { state: 'level', level: 4 }, []],
  ['a withdrawn answer', strict, null, []],
  ['*vet ej* where offered', base, { state: 'dont-know' }, []],
  ['*vet ej* where not offered', strict, { state: 'dont-know' }, ['dont-know-not-offered']],
  ['*ej relevant* where not offered', strict, { state: 'not-applicable' }, ['not-applicable-not-offered']],
  ['an answer of another kind', base, { state: 'text', text: 'x' }, ['wrong-kind']],
  ['a known choice', single, { state: 'choice', choice: 'a' }, []],
  ['an unknown choice', single, { state: 'choice', choice: 'c' }, ['unknown-choice']],
  ['known choices', multiple, { state: 'choices', choices: ['b', 'a'] }, []],
  ['a repeated choice', multiple, { state: 'choices', choices: ['a', 'a'] }, ['repeated-choice']],
  ['an unknown choice among several', multiple, { state: 'choices', choices: ['a', 'z'] }, ['unknown-choice']],
  ['a number within bounds', number, { state: 'number', number: 1.5 }, []],
  ['a number too small', number, { state: 'number', number: 0.9 }, ['too-small']],
  ['a number too large', number, { state: 'number', number: 10.1 }, ['too-large']],
  ['too many decimals', number, { state: 'number', number: 1.55 }, ['too-many-decimals']],
  ['a short text', text, { state: 'text', text: 'abc' }, []],
  ['a text too long', text, { state: 'text', text: 'abcd' }, ['too-long']],
])('%s is judged', (_name, item, value, codes) => {
  expect(checkAnswer(item, answer(value)).map(({ code }) => code)).toEqual(codes);
});

const yesNo: Item = { ...base, kind: 'yes-no' };

const ofItsKind: readonly [Item, AnswerValue][] = [
  [base, { state: 'level', level: 4 }],
  [single, { state: 'choice', choice: 'a' }],
  [multiple, { state: 'choices', choices: ['a'] }],
  [number, { state: 'number', number: 1 }],
  [yesNo, { state: 'yes-no', yes: true }],
  [text, { state: 'text', text: 'abc' }],
];

test.each(ofItsKind)('$kind takes answers of its own kind and of no other', (item, own) => {
  expect(checkAnswer(item, answer(own))).toEqual([]);
  for (const [, other] of ofItsKind.filter(([each]) => each !== item)) {
    expect(checkAnswer(item, answer(other)), other.state).toEqual([{ path: 'value/state', code: 'wrong-kind' }]);
  }
});

test.each([
  ['a level above 4', { value: { state: 'level', level: 5 }, comment: '' }],
  ['half a level', { value: { state: 'level', level: 1.5 }, comment: '' }],
  ['a level as text', { value: { state: 'level', level: '3' }, comment: '' }],
  ['a further key', { value: { state: 'dont-know', level: 3 }, comment: '' }],
  ['a NUL in the comment', { value: null, comment: 'a\u0000b' }],
  ['half a surrogate pair', { value: null, comment: 'a\ud800' }],
  ['a comment too long', { value: null, comment: 'x'.repeat(1001) }],
])('%s is not an answer', (_name, given) => {
  expect(answerSchema.safeParse(given).success).toBe(false);
});
