import type { PathProfile } from '../firm/firm-profile.ts';
import type { Structure } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import type { PathSection, PathStep } from '../instrument/path.ts';
import { stepsOnPath } from '../instrument/path.ts';
import type { Answers } from './answer.ts';

export type Counts = {
  /** Scored items on the path: the 42 of "fråga 7 av 42". */
  readonly total: number;
  readonly answered: number;
  readonly dontKnow: number;
  readonly notApplicable: number;
  readonly unanswered: number;
};

export type Completeness = Counts & {
  readonly sections: readonly (Counts & { readonly code: string; readonly firstUnanswered: string | null })[];
  /** Codes of scored items on the path without an answer, in the order they are asked. */
  readonly unansweredItems: readonly string[];
  readonly dontKnowItems: readonly string[];
  /** The step to go on with: the first that has an unanswered scored item; null when none has. */
  readonly nextStep: string | null;
};

type State = 'answered' | 'dontKnow' | 'notApplicable' | 'unanswered';

function stateOf(item: Item, answers: Answers): State {
  const state = answers[item.code]?.value?.state;
  if (state === undefined) return 'unanswered';
  if (state === 'dont-know') return 'dontKnow';
  return state === 'not-applicable' ? 'notApplicable' : 'answered';
}

function count(items: readonly Item[], answers: Answers): Counts {
  const of = (state: State) => items.filter((item) => stateOf(item, answers) === state).length;
  return {
    total: items.length,
    answered: of('answered'),
    dontKnow: of('dontKnow'),
    notApplicable: of('notApplicable'),
    unanswered: of('unanswered'),
  };
}

function scoredItems(steps: readonly PathStep[]): Item[] {
  return steps.flatMap(({ items }) => items.filter(({ purpose }) => purpose === 'score'));
}

function codesIn(state: State, items: readonly Item[], answers: Answers): string[] {
  return items.filter((item) => stateOf(item, answers) === state).map(({ code }) => code);
}

function describeSection(section: PathSection, answers: Answers): Completeness['sections'][number] {
  const items = scoredItems(section.steps);
  return {
    code: section.code,
    ...count(items, answers),
    firstUnanswered: codesIn('unanswered', items, answers)[0] ?? null,
  };
}

/** How far a response has come on its path. Counts concern the items that are scored. */
export function completeness(
  structure: Structure,
  formCode: string,
  profile: PathProfile,
  answers: Answers,
): Completeness {
  const sections = stepsOnPath(structure, formCode, profile, answers);
  const steps = sections.flatMap((section) => section.steps);
  const items = scoredItems(steps);
  const unansweredItems = codesIn('unanswered', items, answers);
  const next = steps.find((step) => step.items.some(({ code }) => code === unansweredItems[0]));
  return {
    ...count(items, answers),
    sections: sections.map((section) => describeSection(section, answers)),
    unansweredItems,
    dontKnowItems: codesIn('dontKnow', items, answers),
    nextStep: next?.code ?? null,
  };
}
