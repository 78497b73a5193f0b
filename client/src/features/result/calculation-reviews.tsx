import { useLingui } from '@lingui/react/macro';
import type { StandingReview } from '#shared/contracts/reviews.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { formatLevel, formatPoints } from '../../lib/format.ts';
import { useCoverageWords } from '../../lib/use-coverage-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { useResult } from './result-context.tsx';
import { useCoverages } from './use-review-marks.ts';

type Reviewed = { review: StandingReview; score: DimensionScore };

/** How the reviewed level of the dimension came about, review by review; nothing where there is none. */
export function CalculationReviews({ dimension }: { dimension: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { result } = useResult();
  const coverages = useCoverages();
  const coverageWords = useCoverageWords();
  const level = (value: number) => formatLevel(value, language);
  const reviewed = result.reviews.flatMap((review): Reviewed[] => {
    if (!review.dimensions.includes(dimension)) return [];
    const score = review.scoreProfile.dimensions.find((each) => each.dimension === dimension);
    return score === undefined ? [] : [{ review, score }];
  });
  const sumOf = ({ review, score }: Reviewed): string => {
    if (score.level === null || score.range === null) return t`none: too few answers`;
    const [own, lowest, highest] = [level(score.level), level(score.range.lowest), level(score.range.highest)];
    if (review.judgements.some(({ code }) => code === dimension)) {
      return t`${own}, judged as a whole; somewhere between ${lowest} and ${highest}`;
    }
    const [sum, answered] = [formatPoints(score.weightedPoints, language), score.answeredWeight];
    return t`${sum} points ÷ ${answered} = ${own}; somewhere between ${lowest} and ${highest}`;
  };
  if (reviewed.length === 0) return null;
  return (
    <Facts
      facts={reviewed.map((each) => {
        const organisation = localise(each.review.organisationName);
        const basis = coverageWords(coverages.get(each.review.reviewId)?.get(dimension));
        const detail = basis === undefined ? sumOf(each) : `${sumOf(each)}. ${basis}`;
        return { term: t`Level as reviewed by ${organisation}`, detail };
      })}
    />
  );
}
