import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';

/** A number as tables show it, with its unit, or the mark of what is hidden. */
export function useShown(): (value: number | null, unit?: string) => ReactNode {
  const language = useLanguage();
  return (value, unit = '') => (value === null ? <HiddenMark /> : `${formatNumber(value, language)}${unit}`);
}
