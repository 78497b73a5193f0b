import { useLingui } from '@lingui/react/macro';
import { formatList } from './format.ts';
import { useLanguage } from './use-language.ts';

const mostNamed = 3;

/** Names in one sentence; of more than three that stand alike the first three, and that there are more. Empty for none. */
export function useNames(): (names: readonly string[]) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (names) => {
    const shown = names.slice(0, mostNamed);
    return formatList(names.length > mostNamed ? [...shown, t`more that stand alike`] : shown, language);
  };
}
