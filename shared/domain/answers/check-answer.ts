import type { Item } from '../instrument/item.ts';
import type { Answer, AnswerValue } from './answer.ts';

/** What is wrong with an answer: where in it, and a stable word for it. */
export type AnswerIssue = { readonly path: string; readonly code: string };

const wrongKind: AnswerIssue = { path: 'value/state', code: 'wrong-kind' };

function checkChoice(item: Extract<Item, { kind: 'single-choice' }>, chosen: string): AnswerIssue[] {
  const isKnown = item.choices.some(({ code }) => code === chosen);
  return isKnown ? [] : [{ path: 'value/choice', code: 'unknown-choice' }];
}

function checkLength(item: Extract<Item, { kind: 'text' }>, text: string): AnswerIssue[] {
  return text.length <= item.maximumLength ? [] : [{ path: 'value/text', code: 'too-long' }];
}

function checkChoices(item: Extract<Item, { kind: 'multiple-choice' }>, chosen: readonly string[]): AnswerIssue[] {
  const known = new Set(item.choices.map(({ code }) => code));
  const issues: AnswerIssue[] = [];
  if (chosen.some((code) => !known.has(code))) issues.push({ path: 'value/choices', code: 'unknown-choice' });
  if (new Set(chosen).size !== chosen.length) issues.push({ path: 'value/choices', code: 'repeated-choice' });
  return issues;
}

function checkNumber(item: Extract<Item, { kind: 'number' }>, number: number): AnswerIssue[] {
  if (number < item.minimum) return [{ path: 'value/number', code: 'too-small' }];
  if (number > item.maximum) return [{ path: 'value/number', code: 'too-large' }];
  return Number(number.toFixed(item.decimals)) === number ? [] : [{ path: 'value/number', code: 'too-many-decimals' }];
}

function checkGiven(item: Item, value: AnswerValue): AnswerIssue[] {
  switch (item.kind) {
    case 'ladder':
      return value.state === 'level' ? [] : [wrongKind];
    case 'single-choice':
      return value.state === 'choice' ? checkChoice(item, value.choice) : [wrongKind];
    case 'multiple-choice':
      return value.state === 'choices' ? checkChoices(item, value.choices) : [wrongKind];
    case 'number':
      return value.state === 'number' ? checkNumber(item, value.number) : [wrongKind];
    case 'yes-no':
      return value.state === 'yes-no' ? [] : [wrongKind];
    case 'text':
      return value.state === 'text' ? checkLength(item, value.text) : [wrongKind];
  }
}

/**
 * Whether the answer fits its item: the kind, the choices, the bounds, and whether *vet ej* and *ej relevant*
 * are offered. Returns the issues, none when it fits. A withdrawn answer always fits.
 */
export function checkAnswer(item: Item, answer: Answer): AnswerIssue[] {
  const { value } = answer;
  if (value === null) return [];
  if (value.state === 'dont-know') {
    return item.allowsDontKnow ? [] : [{ path: 'value/state', code: 'dont-know-not-offered' }];
  }
  if (value.state === 'not-applicable') {
    return item.allowsNotApplicable ? [] : [{ path: 'value/state', code: 'not-applicable-not-offered' }];
  }
  return checkGiven(item, value);
}
