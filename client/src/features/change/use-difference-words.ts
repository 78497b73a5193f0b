import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** Levels, and how far apart they are. */
export function useDifferenceWords() {
  const language = useLanguage();
  const level = (value: number) => formatNumber(value, language, 1);
  return {
    level,
    signed: (value: number) => {
      const rounded = level(Math.abs(value));
      if (Number(Math.abs(value).toFixed(1)) === 0) return rounded;
      return value > 0 ? `+${rounded}` : `−${rounded}`;
    },
    /** Upwards, so that what lies within it never seems to be beyond. */
    limit: (value: number) => formatNumber(Math.ceil(value * 100 - 1e-9) / 100, language, 2),
  };
}
