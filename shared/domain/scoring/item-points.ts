import type { Answers } from '../answers/answer.ts';
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
  if (value === null) return null;
  switch (value.state) {
    case 'level':
      return item.kind === 'ladder' ? (rules.ladderPoints[value.level] ?? null) : null;
    case 'choice':
      return item.kind === 'single-choice'
        ? (item.choices.find(({ code }) => code === value.choice)?.points ?? null)
        : null;
    case 'choices':
      return item.kind === 'multiple-choice' ? pointsOfChoices(item, value.choices) : null;
    case 'yes-no':
      return item.kind === 'yes-no' ? (item.points?.[value.yes ? 'yes' : 'no'] ?? null) : null;
    case 'number':
    case 'text':
    case 'dont-know':
    case 'not-applicable':
      return null;
  }
}
