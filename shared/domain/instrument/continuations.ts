import type { Answers } from '../answers/answer.ts';
import { checkAnswer } from '../answers/check-answer.ts';
import type { Structure } from './definition.ts';
import { countScoredItems, findForm, indexStructure, itemCodesOfForm } from './index-structure.ts';

export type Continuation = {
  /** The form that is added, and the code of both together. */
  readonly addedForm: string;
  readonly formCode: string;
  /** Scored items that the firm has not been asked yet. */
  readonly newItems: number;
  /** Minutes that the new items take, at least 1. */
  readonly minutes: number;
};

/**
 * The forms that a firm which has answered `formCode` can go on with: each that asks something more, together with
 * what was asked before. Empty when every item has been asked, or when the form does not exist.
 */
export function listContinuations(structure: Structure, formCode: string): Continuation[] {
  const current = findForm(structure, formCode);
  if (current === undefined) return [];
  const asked = countScoredItems(structure, formCode);
  const taken = new Set(formCode.split('+'));
  return structure.forms
    .filter(({ code }) => !taken.has(code))
    .map(({ code }) => {
      const together = `${formCode}+${code}`;
      const minutes = (findForm(structure, together)?.minutes ?? 0) - current.minutes;
      const newItems = countScoredItems(structure, together) - asked;
      return { addedForm: code, formCode: together, newItems, minutes: Math.max(1, minutes) };
    })
    .filter(({ newItems }) => newItems > 0);
}

/**
 * Codes of the answers that come along into a form: those it asks, that may be compared between the two versions,
 * and that fit the question as it now stands.
 */
export function carriedItems(
  structure: Structure,
  formCode: string,
  answers: Answers,
  mayCompare: (itemCode: string) => boolean,
): string[] {
  const { items } = indexStructure(structure);
  return itemCodesOfForm(structure, formCode).filter((code) => {
    const item = items.get(code);
    const answer = answers[code];
    return item !== undefined && answer !== undefined && mayCompare(code) && checkAnswer(item, answer).length === 0;
  });
}
