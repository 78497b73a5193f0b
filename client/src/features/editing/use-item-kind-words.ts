import { useLingui } from '@lingui/react/macro';
import type { ItemKind } from './item-values.ts';

export function useItemKindWords(): Record<ItemKind, string> {
  const { t } = useLingui();
  return {
    ladder: t`Five levels in words`,
    'single-choice': t`One choice of several`,
    'multiple-choice': t`Several choices`,
    number: t`A number`,
    'yes-no': t`Yes or no`,
    text: t`Free text`,
  };
}
