import type { Structure } from '../instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '../instrument/index-structure.ts';
import { isComparable, type Relation } from '../instrument/version/comparability.ts';
import { isMerged } from '../respondents/merge-answers.ts';
import type { Answers, AnswerValue } from './answer.ts';
import { checkAnswer } from './check-answer.ts';

/** What was submitted earlier, beside the version that is answered now. */
export type EarlierAnswers = {
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly answers: Answers;
  /** Put together of what several had answered. */
  readonly isTogether: boolean;
  /** How an item of it relates to the version that is answered now. */
  readonly relationOf: (itemCode: string) => Relation | undefined;
};

export type LastAnswer = {
  readonly itemCode: string;
  readonly value: AnswerValue;
  readonly submittedAt: string;
  /** The question was put in other words and asked the same. */
  readonly isReworded: boolean;
  /** Put together of what several had answered, where they had answered this question. */
  readonly isTogether: boolean;
};

/**
 * What was answered last time to each question of a form, to stand beside it: the newest answer that may be compared and
 * still fits the question. Comments do not come along, and a question that nobody had answered, or that now asks
 * something else, has none. Empty when the form does not exist.
 */
export function lastTime(structure: Structure, formCode: string, newestFirst: readonly EarlierAnswers[]): LastAnswer[] {
  const { items } = indexStructure(structure);
  return itemCodesOfForm(structure, formCode).flatMap((itemCode) => {
    const item = items.get(itemCode);
    if (item === undefined) return [];
    for (const { answers, relationOf, submittedAt, isTogether } of newestFirst) {
      const value = answers[itemCode]?.value ?? null;
      const relation = relationOf(itemCode);
      if (value === null || !isComparable(relation) || checkAnswer(item, { value, comment: '' }).length > 0) continue;
      return [
        { itemCode, value, submittedAt, isReworded: relation === 'kept', isTogether: isTogether && isMerged(item) },
      ];
    }
    return [];
  });
}
