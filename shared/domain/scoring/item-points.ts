import type { Answers, AnswerValue } from '../answers/answer.ts';
import type { ScoringRules } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';

/** Top of every scale. */
export const maximumPoints = 4;

function pointsOfChoices(item: Extract<Item, { kind: 'multiple-choice' }>, chosen: readonly string[]): number {
  const sum = item.choices
    .filter(({ code }) => chosen.includes(code))
    .reduce((total, { points }) => total + (points ?? 0), 0);
  return Math.min(sum, maximumPoints);
}

/**
 * Points 0-4 of the answer to one item, in steps of a quarter. Null when the item has no answer with points:
 * unanswered, *vet ej*, *ej relevant*, or a kind that is not scored.
 */
export function itemPoints(item: Item, answers: Answers, rules: ScoringRules): number | null {
  const value = answers[item.code]?.value ?? null;
  return value === null ? null : (pointsOfValue(item, value, rules) ?? null);
}

function pointsOfValue(item: Item, value: AnswerValue, rules: ScoringRules): number | undefined {
  switch (item.kind) {
    case 'ladder':
      return value.state === 'level' ? rules.ladderPoints[value.level] : undefined;
    case 'single-choice':
      return value.state === 'choice' ? item.choices.find(({ code }) => code === value.choice)?.points : undefined;
    case 'multiple-choice':
      return value.state === 'choices' ? pointsOfChoices(item, value.choices) : undefined;
    case 'yes-no':
      return value.state === 'yes-no' ? item.points?.[value.yes ? 'yes' : 'no'] : undefined;
    case 'number':
    case 'text':
      return undefined;
  }
}
