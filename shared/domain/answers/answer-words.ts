import type { Texts } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { itemTextKeys } from '../instrument/text-keys.ts';
import type { AnswerValue } from './answer.ts';

/** An answer as it can be said: in the item's own words, or by a word of the interface. */
export type AnswerWords =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly unit: string }
  | { readonly kind: 'yes' | 'no' | 'dont-know' | 'not-applicable' };

/** What the answer says. A choice or level that the item does not have shows as its code. */
export function answerWords(item: Item, value: AnswerValue, texts: Texts): AnswerWords {
  const words = (key: string): AnswerWords => ({ kind: 'words', text: texts[key] ?? key });
  switch (value.state) {
    case 'level':
      return words(itemTextKeys.level(item, value.level));
    case 'choice':
      return words(itemTextKeys.choice(item, value.choice));
    case 'choices':
      return {
        kind: 'words',
        text: value.choices.map((code) => texts[itemTextKeys.choice(item, code)] ?? code).join(', '),
      };
    case 'number':
      return { kind: 'number', number: value.number, unit: texts[itemTextKeys.unit(item)] ?? '' };
    case 'text':
      return { kind: 'words', text: value.text };
    case 'yes-no':
      return { kind: value.yes ? 'yes' : 'no' };
    case 'dont-know':
    case 'not-applicable':
      return { kind: value.state };
  }
}
