import { useLingui } from '@lingui/react/macro';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { type FirmTarget, gapToTarget, type TargetGap } from '#shared/domain/scoring/targets.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { RulerTarget } from '../../ui/ruler/ruler.tsx';
import { shownLevel } from '../../ui/ruler/shown-level.ts';

/** What is proposed holds for every area. */
export const proposedTargets: readonly FirmTarget[] = [];

type Standing = NonNullable<TargetGap['standing']>;

/** The target of an area as its rule draws and says it; none where there is no level. */
export function useTarget(): (score: DimensionScore) => RulerTarget | undefined {
  const { t } = useLingui();
  const language = useLanguage();

  /** As exact as the level is shown; null where no number can be told. */
  const gapNumber = ({ level, range }: DimensionScore, target: number): string | null => {
    const shown = shownLevel({ value: level, range });
    if (shown === null || shown.kind === 'between') return null;
    const gap = target - shown.level;
    return gap > 0 ? formatNumber(gap, language, shown.decimals) : null;
  };

  const say = (standing: Standing, score: DimensionScore, target: number): string => {
    switch (standing) {
      case 'reached':
        return t`The target, ${target}, is reached`;
      case 'may-be-reached':
        return t`The target, ${target}, may be reached already`;
      case 'below': {
        const gap = gapNumber(score, target);
        if (gap === null) return t`Below the target, ${target}`;
        return shownLevel({ value: score.level, range: score.range })?.kind === 'exact'
          ? t`Below the target, ${target}, by ${gap}`
          : t`Below the target, ${target}, by about ${gap}`;
      }
    }
  };

  return (score) => {
    const { standing, target } = gapToTarget(score, proposedTargets);
    if (score.level === null || standing === null) return undefined;
    return { level: target.level, name: t`target`, sentence: say(standing, score, target.level) };
  };
}
