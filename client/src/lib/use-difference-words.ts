import { useLingui } from '@lingui/react/macro';
import type { Finding } from '#shared/domain/change/change-findings.ts';
import { formatNumber } from './format.ts';
import { useLanguage } from './use-language.ts';

/** Levels, how far apart they are, and whether that is more than error. */
export function useDifferenceWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const findings: Record<Finding, string> = {
    risen: t`Risen by more than the error`,
    fallen: t`Fallen by more than the error`,
    'sign-of-rise': t`Sign of a rise, not sure when all areas are compared`,
    'sign-of-fall': t`Sign of a fall, not sure when all areas are compared`,
    'within-error': t`Cannot be told from the error`,
  };
  const level = (value: number) => formatNumber(value, language, 1);
  return {
    findings,
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
