import type { Answer, Answers } from '../answers/answer.ts';
import type { PathProfile } from '../firm/firm-profile.ts';
import type { Condition } from './condition.ts';

type ItemFact = Extract<Condition, { item: string }>;

function holdsOfAnswer(fact: ItemFact, answer: Answer | undefined): boolean {
  const value = answer?.value;
  if (value === undefined || value === null) return false;
  if ('isNotApplicable' in fact) return value.state === 'not-applicable';
  if ('atLeast' in fact) return value.state === 'level' && value.level >= fact.atLeast;
  if (value.state === 'choices') return value.choices.includes(fact.choice);
  return value.state === 'choice' && value.choice === fact.choice;
}

/**
 * Whether a condition holds for a firm with these answers. An item without an answer satisfies no fact
 * about it, so that a condition is always decided.
 */
export function holds(condition: Condition, profile: PathProfile, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, profile, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, profile, answers));
  if ('not' in condition) return !holds(condition.not, profile, answers);
  if ('sizeClass' in condition) return condition.sizeClass.includes(profile.sizeClass);
  if ('branch' in condition) return condition.branch.includes(profile.branch);
  if ('chainRole' in condition) return condition.chainRole.includes(profile.chainRole);
  return holdsOfAnswer(condition, answers[condition.item]);
}
