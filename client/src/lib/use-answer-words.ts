import { useLingui } from '@lingui/react/macro';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { answerWords } from '#shared/domain/answers/answer-words.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { formatNumber } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Says an answer in the reader's language. */
export function useAnswerWords(): (item: Item, value: AnswerValue | null, texts: Texts) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (item, value, texts) => {
    if (value === null) return t`No answer`;
    const words = answerWords(item, value, texts);
    switch (words.kind) {
      case 'words':
        return words.text;
      case 'number':
        return `${formatNumber(words.number, language, item.kind === 'number' ? item.decimals : 0)} ${words.unit}`;
      case 'yes':
        return t`Yes`;
      case 'no':
        return t`No`;
      case 'dont-know':
        return t`Don't know`;
      case 'not-applicable':
        return t`Not relevant to us`;
    }
  };
}
