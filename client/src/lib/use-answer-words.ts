import { useLingui } from '@lingui/react/macro';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { answerWords } from '#shared/domain/answers/answer-words.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { formatNumber } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Answers that every question may have. */
export function useAnswerKinds() {
  const { t } = useLingui();
  return {
    yes: t`Yes`,
    no: t`No`,
    'dont-know': t`Don't know`,
    'not-applicable': t`Not relevant to us`,
    none: t`No answer`,
  };
}

/** Says an answer in the reader's language. */
export function useAnswerWords(): (item: Item, value: AnswerValue | null, texts: Texts) => string {
  const kinds = useAnswerKinds();
  const language = useLanguage();
  return (item, value, texts) => {
    if (value === null) return kinds.none;
    const words = answerWords(item, value, texts);
    switch (words.kind) {
      case 'words':
        return words.text;
      case 'number':
        return `${formatNumber(words.number, language, item.kind === 'number' ? item.decimals : 0)} ${words.unit}`;
      case 'yes':
      case 'no':
      case 'dont-know':
      case 'not-applicable':
        return kinds[words.kind];
    }
  };
}
