import { useLingui } from '@lingui/react/macro';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { typedNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useEditing } from './draft-context.tsx';
import { useConditionWords } from './use-condition-words.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';
import { useItemKindWords } from './use-item-kind-words.ts';
import { useProfileWords } from './use-profile-words.ts';
import { joinWords, useTextWords } from './use-text-words.ts';

/** What a place holds besides texts: a key, what its field is called, and what it says there. */
export type Fact = readonly [key: string, label: string, words: string];

function useKindFacts(): (item: ItemSource) => Fact[] {
  const language = useLanguage();
  const words = useItemFieldWords();
  const { definition } = useEditing();
  const { label } = useTextWords(definition);
  const figure = (value: number | undefined) => (value === undefined ? '' : typedNumber(value, language));
  return (item) => {
    switch (item.kind) {
      case 'ladder':
        return [];
      case 'single-choice':
      case 'multiple-choice':
        return [
          ['choices', words.choices, item.choices.map(({ code }) => code).join(', ')],
          ...item.choices.map(({ code, points }): Fact => {
            const choice = label(`${item.code}.choice.${code}`);
            return [`points.${code}`, joinWords(choice, words.points), figure(points)];
          }),
        ];
      case 'number':
        return [
          ['minimum', words.minimum, figure(item.minimum)],
          ['maximum', words.maximum, figure(item.maximum)],
          ['decimals', words.decimals, figure(item.decimals)],
        ];
      case 'yes-no':
        return [
          ['pointsYes', words.pointsYes, figure(item.points?.yes)],
          ['pointsNo', words.pointsNo, figure(item.points?.no)],
        ];
      case 'text':
        return [['maximumLength', words.maximumLength, figure(item.maximumLength)]];
    }
  };
}

function useReachFacts(): (item: ItemSource) => Fact[] {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useItemFieldWords();
  const names = useInstrumentNames(useEditing().definition);
  const say = useConditionWords();
  const truth = (isTrue: boolean) => (isTrue ? t`Yes` : t`No`);
  return ({ forms, appliesWhen, allowsDontKnow, allowsNotApplicable, weight }) => [
    ['forms', words.forms, forms.map(names.form).join(', ')],
    ['appliesWhen', words.appliesWhen, appliesWhen === undefined ? words.everybody : say(appliesWhen)],
    ['allowsDontKnow', words.allowsDontKnow, truth(allowsDontKnow ?? true)],
    ['allowsNotApplicable', words.allowsNotApplicable, truth(allowsNotApplicable ?? false)],
    ['weight', words.weight, typedNumber(weight ?? 1, language)],
  ];
}

/** Everything of a question that is no text, as its fields show it. */
export function useItemFacts(): (item: ItemSource) => Fact[] {
  const words = useItemFieldWords();
  const kinds = useItemKindWords();
  const { sizes: options } = useProfileWords();
  const ofKind = useKindFacts();
  const ofReach = useReachFacts();
  const sizesOf = (sizes: readonly string[]) =>
    options.flatMap(({ value, label }) => (sizes.includes(value) ? [label] : [])).join(', ');
  return (item) => [
    ['kind', words.kind, kinds[item.kind]],
    ...ofKind(item),
    ...(item.sizeNotes ?? []).map(({ sizes }, index): Fact => {
      const note = joinWords(words.sizeNote(index + 1), words.sizes);
      return [`size-note.${index}`, note, sizesOf(sizes)];
    }),
    ...ofReach(item),
  ];
}
