import { useLingui } from '@lingui/react/macro';
import type { Scale } from '#shared/domain/benchmark/scale.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** How a figure is written, and what it is called, by its scale. */
export function useFigureWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const names: Readonly<Record<Scale, string>> = {
    level: t`mean level, 0–4`,
    importance: t`mean importance, 0–4`,
    share: t`share of the firms, per cent`,
    percent: t`mean share, per cent`,
    count: t`about how many firms have answered`,
  };
  const format = (value: number, scale: Scale): string =>
    scale === 'level' || scale === 'importance' ? formatLevel(value, language) : formatNumber(value, language);
  return {
    name: (scale: Scale): string => names[scale],
    /** As it stands under a caption that says what it is. */
    format,
    /** As it stands by itself in a sentence. */
    told: (value: number, scale: Scale): string => {
      const figure = format(value, scale);
      return scale === 'share' || scale === 'percent' ? t`${figure} %` : figure;
    },
  };
}
