import { useLingui } from '@lingui/react/macro';
import { formatList } from './format.ts';
import { useLanguage } from './use-language.ts';

const mostNamed = 3;

/** Names in one sentence; of more than three that stand alike only how many they are. Empty for none. */
export function useNames(): (names: readonly string[]) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (names) => {
    const count = names.length;
    return count > mostNamed ? t`${count} areas that stand alike` : formatList([...names], language);
  };
}
