import { useLingui } from '@lingui/react/macro';
import { type BothLevels, standBeside } from '#shared/domain/review/stand-beside.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { RulerMark } from '../../ui/ruler/ruler.tsx';
import { useResult } from './result-context.tsx';

/** The reviewed levels that stand beside a dimension's or a part's own; none where nothing was reviewed. */
export function useReviewMarks() {
  const { t } = useLingui();
  const localise = useLocalised();
  const { result } = useResult();
  const reviews = result.reviews.map((review) => ({ review, both: standBeside(result.scoreProfile, review) }));
  const marks = (levelsOf: (both: ReturnType<typeof standBeside>) => BothLevels | undefined): RulerMark[] =>
    reviews.flatMap(({ review, both }) => {
      const reviewed = levelsOf(both)?.reviewed ?? null;
      if (reviewed === null) return [];
      const organisation = localise(review.organisationName);
      return [
        { key: review.reviewId, name: t`Reviewed by ${organisation}`, value: reviewed.level, range: reviewed.range },
      ];
    });
  return {
    ofDimension: (code: string) => marks(({ dimensions }) => dimensions.find(({ dimension }) => dimension === code)),
    ofPart: (code: string) => marks(({ parts }) => parts.find(({ part }) => part === code)),
  };
}
