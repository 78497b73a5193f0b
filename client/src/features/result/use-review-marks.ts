import { useLingui } from '@lingui/react/macro';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { type Coverage, coverageOf, judgedCodes, sumCoverage } from '#shared/domain/review/review-coverage.ts';
import { type BothLevels, standBeside } from '#shared/domain/review/stand-beside.ts';
import { useCoverageWords } from '../../lib/use-coverage-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { RulerMark } from '../../ui/ruler/ruler.tsx';
import { useResult } from './result-context.tsx';

/** Of each review by its id: on how many of the questions of each dimension it rests. */
export function useCoverages(): ReadonlyMap<string, ReadonlyMap<string, Coverage>> {
  const { result, structure, answers } = useResult();
  const { formCode, profile } = result.response;
  if (result.reviews.length === 0) return new Map();
  const reviewable = listReviewable({ structure, formCode, profile, answers });
  return new Map(
    result.reviews.map(({ reviewId, judgements }) => [reviewId, coverageOf(reviewable, judgedCodes(judgements))]),
  );
}

/** The reviewed levels that stand beside a dimension's or a part's own; none where nothing was reviewed. */
export function useReviewMarks() {
  const { t } = useLingui();
  const localise = useLocalised();
  const { result } = useResult();
  const coverages = useCoverages();
  const coverageWords = useCoverageWords();
  const reviews = result.reviews.map((review) => ({ review, both: standBeside(result.scoreProfile, review) }));
  /** `covers` are the dimensions that the level is made of. */
  const marks = (
    levelsOf: (both: ReturnType<typeof standBeside>) => BothLevels | undefined,
    covers: (dimension: string) => boolean,
  ): RulerMark[] =>
    reviews.flatMap(({ review, both }) => {
      const reviewed = levelsOf(both)?.reviewed ?? null;
      if (reviewed === null) return [];
      const organisation = localise(review.organisationName);
      const covered = [...(coverages.get(review.reviewId) ?? [])].filter(([dimension]) => covers(dimension));
      return [
        {
          key: review.reviewId,
          name: t`Reviewed by ${organisation}`,
          value: reviewed.level,
          range: reviewed.range,
          basis: coverageWords(sumCoverage(covered.map(([, coverage]) => coverage))),
        },
      ];
    });
  const partOf = new Map<string, string>(
    result.scoreProfile.dimensions.map(({ dimension, part }) => [dimension, part]),
  );
  return {
    ofDimension: (code: string) =>
      marks(
        ({ dimensions }) => dimensions.find(({ dimension }) => dimension === code),
        (dimension) => dimension === code,
      ),
    ofPart: (code: string) =>
      marks(
        ({ parts }) => parts.find(({ part }) => part === code),
        (dimension) => partOf.get(dimension) === code,
      ),
  };
}
