import { useLingui } from '@lingui/react/macro';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { gapToTarget, type Target, type TargetGap } from '#shared/domain/scoring/targets.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { RulerTarget } from '../../ui/ruler/ruler.tsx';
import { shownLevel } from '../../ui/ruler/shown-level.ts';
import { useTargets } from './targets.tsx';

type Standing = NonNullable<TargetGap['standing']>;
type TargetWords = {
  readonly name: string;
  readonly reached: string;
  readonly maybe: string;
  readonly below: string;
  readonly by: (gap: string) => string;
  readonly byAbout: (gap: string) => string;
};

/** How a target is spoken of: as proposed, or as the firm's own. */
function useTargetWords(): (target: Target) => TargetWords {
  const { t } = useLingui();
  return ({ level: target, isProposal }) =>
    isProposal
      ? {
          name: t`proposal`,
          reached: t`The proposed target, ${target}, is reached`,
          maybe: t`The proposed target, ${target}, may be reached already`,
          below: t`Below the proposed target, ${target}`,
          by: (gap) => t`Below the proposed target, ${target}, by ${gap}`,
          byAbout: (gap) => t`Below the proposed target, ${target}, by about ${gap}`,
        }
      : {
          name: t`your target`,
          reached: t`Your target, ${target}, is reached`,
          maybe: t`Your target, ${target}, may be reached already`,
          below: t`Below your target, ${target}`,
          by: (gap) => t`Below your target, ${target}, by ${gap}`,
          byAbout: (gap) => t`Below your target, ${target}, by about ${gap}`,
        };
}

/** The target of an area as its rule draws and says it; none where there is no level. */
export function useTarget(): (score: DimensionScore) => RulerTarget | undefined {
  const language = useLanguage();
  const { targets } = useTargets();
  const wordsOf = useTargetWords();

  /** As exact as the level is shown, and only then in numbers. */
  const sayBelow = ({ level, range }: DimensionScore, target: number, words: TargetWords): string => {
    const shown = shownLevel({ value: level, range });
    if (shown === null || shown.kind === 'between' || shown.level >= target) return words.below;
    const gap = formatNumber(target - shown.level, language, shown.decimals);
    return shown.kind === 'exact' ? words.by(gap) : words.byAbout(gap);
  };

  const say = (standing: Standing, score: DimensionScore, target: Target): string => {
    const words = wordsOf(target);
    switch (standing) {
      case 'reached':
        return words.reached;
      case 'may-be-reached':
        return words.maybe;
      case 'below':
        return sayBelow(score, target.level, words);
    }
  };

  return (score) => {
    const { standing, target } = gapToTarget(score, targets);
    if (score.level === null || standing === null) return undefined;
    return { level: target.level, name: wordsOf(target).name, sentence: say(standing, score, target) };
  };
}
