import type { Answer, Answers } from '../answers/answer.ts';
import type { PathProfile } from '../firm/firm-profile.ts';
import type { Structure } from './definition.ts';
import { holds } from './holds.ts';
import { findForm, indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';

/** One screen on the respondent's path. `code` is the code of its first item in the form, and its address. */
export type PathStep = { readonly code: string; readonly section: string; readonly items: readonly Item[] };
export type PathSection = { readonly code: string; readonly steps: readonly PathStep[] };

/** Whether the item is put to this firm, given the answers that count so far; see `answersOnPath`. */
export function isItemOnPath(item: Item, profile: PathProfile, answers: Answers): boolean {
  return item.appliesWhen === undefined || holds(item.appliesWhen, profile, answers);
}

/**
 * The answers that count: those to items on the path, decided in the order of the version, so that an answer which
 * has fallen off the path opens nothing further along. Whoever keeps all answers gets them back with the path.
 */
export function answersOnPath(structure: Structure, profile: PathProfile, answers: Answers): Answers {
  const counted: Record<string, Answer> = {};
  for (const item of structure.items) {
    const answer = answers[item.code];
    if (answer !== undefined && isItemOnPath(item, profile, counted)) counted[item.code] = answer;
  }
  return counted;
}

/**
 * The sections and steps of a form that concern this firm, in order. Steps whose items have all fallen off the
 * path are left out; so are sections without steps. A form that does not exist has no sections.
 */
export function stepsOnPath(
  structure: Structure,
  formCode: string,
  profile: PathProfile,
  answers: Answers,
): readonly PathSection[] {
  const { items } = indexStructure(structure);
  const counted = answersOnPath(structure, profile, answers);
  const sections = findForm(structure, formCode)?.sections ?? [];
  return sections
    .map((section) => ({
      code: section.code,
      steps: section.steps
        .map((step) => ({
          code: step.items[0] ?? '',
          section: section.code,
          items: step.items.flatMap((code) => {
            const item = items.get(code);
            return item !== undefined && isItemOnPath(item, profile, counted) ? [item] : [];
          }),
        }))
        .filter((step) => step.items.length > 0),
    }))
    .filter((section) => section.steps.length > 0);
}

/** The items of a form that are on the path, in order. */
export function itemsOnPath(
  structure: Structure,
  formCode: string,
  profile: PathProfile,
  answers: Answers,
): readonly Item[] {
  return stepsOnPath(structure, formCode, profile, answers).flatMap(({ steps }) => steps.flatMap(({ items }) => items));
}
