import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';

/* Answers that are one choice among several, as values of a radio group. */

export const dontKnowValue = 'dont-know';
export const notApplicableValue = 'not-applicable';

type ChoosableItem = Extract<Item, { kind: 'ladder' | 'single-choice' | 'yes-no' }>;

export function isChoosable(item: Item): item is ChoosableItem {
  return item.kind === 'ladder' || item.kind === 'single-choice' || item.kind === 'yes-no';
}

/** The radio that stands for an answer; null when none does. */
export function radioOf(value: AnswerValue | null): string | null {
  if (value === null) return null;
  switch (value.state) {
    case 'level':
      return `level-${value.level}`;
    case 'choice':
      return `choice-${value.choice}`;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'dont-know':
    case 'not-applicable':
      return value.state;
    case 'choices':
    case 'number':
    case 'text':
      return null;
  }
}

/** The answer that a radio stands for. */
export function answerOf(radio: string): AnswerValue {
  if (radio === dontKnowValue || radio === notApplicableValue) return { state: radio };
  if (radio === 'yes' || radio === 'no') return { state: 'yes-no', yes: radio === 'yes' };
  if (radio.startsWith('level-')) return { state: 'level', level: Number(radio.slice('level-'.length)) };
  return { state: 'choice', choice: radio.slice('choice-'.length) };
}

/** The worded answers of an item, lowest first. */
export function choicesOf(
  item: ChoosableItem,
  texts: Texts,
  words: { yes: string; no: string },
): { value: string; label: string; level?: number }[] {
  switch (item.kind) {
    case 'ladder':
      return [0, 1, 2, 3, 4].map((level) => ({
        value: `level-${level}`,
        label: texts[itemTextKeys.level(item, level)] ?? String(level),
        level,
      }));
    case 'single-choice':
      return item.choices.map(({ code }) => ({
        value: `choice-${code}`,
        label: texts[itemTextKeys.choice(item, code)] ?? code,
      }));
    case 'yes-no':
      return [
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ];
  }
}
