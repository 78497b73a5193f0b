import { useLingui } from '@lingui/react/macro';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { namedFirst } from '#shared/domain/wording/named-first.ts';
import { useLanguage } from './use-language.ts';

/** Names of what stands alike, in one sentence. Empty for none. */
export function useNamesInSentence(): (names: readonly string[]) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (names) => {
    const { named, hasMore } = namedFirst(names);
    return listInWords(hasMore ? [...named, t`more that stand alike`] : named, language);
  };
}
