import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Structure } from './definition.ts';
import { holds } from './holds.ts';
import { indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';

/** One screen on the respondent's path. `code` is the code of its first item in the form, and its address. */
export type PathStep = { readonly code: string; readonly section: string; readonly items: readonly Item[] };
export type PathSection = { readonly code: string; readonly steps: readonly PathStep[] };

/** Whether the item is put to this firm, given what it has answered so far. */
export function isItemOnPath(item: Item, profile: FirmProfile, answers: Answers): boolean {
  return item.appliesWhen === undefined || holds(item.appliesWhen, profile, answers);
}

/**
 * The sections and steps of a form that concern this firm, in order. Steps whose items have all fallen off the
 * path are left out; so are sections without steps. A form that does not exist has no sections.
 */
export function stepsOnPath(
  structure: Structure,
  formCode: string,
  profile: FirmProfile,
  answers: Answers,
): readonly PathSection[] {
  const { forms, items } = indexStructure(structure);
  const sections = forms.get(formCode)?.sections ?? [];
  return sections
    .map((section) => ({
      code: section.code,
      steps: section.steps
        .map((step) => ({
          code: step.items[0] ?? '',
          section: section.code,
          items: step.items.flatMap((code) => {
            const item = items.get(code);
            return item !== undefined && isItemOnPath(item, profile, answers) ? [item] : [];
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
  profile: FirmProfile,
  answers: Answers,
): readonly Item[] {
  return stepsOnPath(structure, formCode, profile, answers).flatMap(({ steps }) => steps.flatMap(({ items }) => items));
}
