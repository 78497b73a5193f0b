import { useLingui } from '@lingui/react/macro';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { formatLevel, formatNumber, formatPoints, formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

function useRangeWords(): (range: NonNullable<DimensionScore['range']>) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (range) => {
    if (range.lowest === range.highest) return t`none: every answer is known`;
    const [lowest, highest] = [formatLevel(range.lowest, language), formatLevel(range.highest, language)];
    return t`${lowest} if everything unknown is 0, ${highest} if it is 4`;
  };
}

/** The limits between the words of the scale, as the questionnaire sets them. */
function useBandWords(): (band: string) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  const { structure } = useResult();
  return (band) => {
    const name = words.band(band);
    const from = formatLevel(structure.scoring.bands.find(({ code }) => code === band)?.from ?? 0, language);
    return t`${name}, which begins at ${from}`;
  };
}

/** From the answers of a dimension to its level, range and word. */
export function CalculationSums({ score }: { score: DimensionScore }) {
  const { t } = useLingui();
  const language = useLanguage();
  const rangeWords = useRangeWords();
  const bandWords = useBandWords();
  const { structure } = useResult();
  const level = (value: number) => formatLevel(value, language);
  const sum = formatPoints(score.weightedPoints, language);
  const answered = score.answeredWeight;
  const applicable = score.applicableWeight;
  const [mean, percent] = [level(score.level ?? 0), formatNumber(score.percent ?? 0, language)];
  const share = formatShare(applicable === 0 ? 0 : answered / applicable, language);
  const needed = formatShare(structure.scoring.minimumShareAnswered, language);
  const facts = [
    { term: t`Answered`, detail: t`${answered} of ${applicable} by weight, ${share}; ${needed} is needed` },
    {
      term: t`Level`,
      detail:
        score.level === null
          ? t`none: too few answers, or not relevant`
          : t`${sum} points ÷ ${answered} = ${mean}, which is ${percent} of 100`,
    },
    ...(score.range === null ? [] : [{ term: t`Range`, detail: rangeWords(score.range) }]),
    ...(score.band === null ? [] : [{ term: t`In words`, detail: bandWords(score.band) }]),
  ];
  return <Facts facts={facts} />;
}
