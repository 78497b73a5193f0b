import fc from 'fast-check';
import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';

/** As many numbers as a walk asks for; each decides one answer. */
export const picks: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(10_000), { minLength: 40, maxLength: 40 });

function valueFor(item: Item, pick: number): AnswerValue {
  switch (item.kind) {
    case 'ladder':
      return { state: 'level', level: pick % 5 };
    case 'single-choice':
      return { state: 'choice', choice: item.choices[pick % item.choices.length]?.code ?? '' };
    case 'multiple-choice': {
      const chosen = item.choices.filter((_choice, index) => ((pick >> index) & 1) === 1);
      return { state: 'choices', choices: chosen.map(({ code }) => code) };
    }
    case 'number':
      return { state: 'number', number: pick % 2 === 0 ? item.minimum : item.maximum };
    case 'yes-no':
      return { state: 'yes-no', yes: pick % 2 === 0 };
    case 'text':
      return { state: 'text', text: 'ord'.slice(0, item.maximumLength) };
  }
}

/** An answer of substance to the item, decided by the number: a level, a choice, yes or no. */
export function givenAnswer(item: Item, pick: number): Answer {
  return { value: valueFor(item, pick), comment: '' };
}

/** Any answer the item allows, *vet ej* and *ej relevant* among them. */
export function anyAnswer(item: Item, pick: number): Answer {
  if (item.allowsDontKnow && pick % 7 === 0) return { value: { state: 'dont-know' }, comment: '' };
  if (item.allowsNotApplicable && pick % 3 === 0) return { value: { state: 'not-applicable' }, comment: '' };
  return givenAnswer(item, pick);
}
