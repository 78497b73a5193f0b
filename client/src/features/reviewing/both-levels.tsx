import { Trans, useLingui } from '@lingui/react/macro';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { coverageOf, judgedCodes } from '#shared/domain/review/review-coverage.ts';
import { reviewedDimensions, scoreReview } from '#shared/domain/review/score-review.ts';
import { type ReviewedScores, standBeside } from '#shared/domain/review/stand-beside.ts';
import { useCoverageWords } from '../../lib/use-coverage-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { useReview } from './review-context.tsx';
import styles from './reviewing.module.css';
import { useSubjectWords } from './use-subject-words.ts';

/** What was given, as it was frozen; of a draft what it comes to now, by the same rules. */
function useReviewedScores(entries: readonly ReviewEntry[]): ReviewedScores {
  const { review, basis } = useReview();
  if (review.reviewed !== null) return review.reviewed;
  return { scoreProfile: scoreReview(basis, entries), dimensions: reviewedDimensions(basis, entries) };
}

/** Both levels of every area in which something was reviewed. */
export function BothLevels({ entries }: { entries: readonly ReviewEntry[] }) {
  const { t } = useLingui();
  const { review, basis, isOwn } = useReview();
  const localise = useLocalised();
  const words = useSubjectWords();
  const reviewed = useReviewedScores(entries);
  const coverageWords = useCoverageWords();
  const coverage = coverageOf(listReviewable(basis), judgedCodes(entries));
  const organisation = localise(review.organisationName);
  const { dimensions } = standBeside(review.selfRated, reviewed);
  return (
    <Section
      title={<Trans>The levels beside each other</Trans>}
      lead={
        isOwn ? (
          <Trans>
            The diamond is what you say of yourselves. The ring is what {organisation} saw. Neither replaces the other.
            Questions that were not judged count as you answered them.
          </Trans>
        ) : (
          <Trans>
            The diamond is what the firm says of itself. The ring is what {organisation} saw. Neither replaces the
            other. Questions that were not judged count as the firm answered them.
          </Trans>
        )
      }
    >
      <div className={styles.columns}>
        {dimensions.flatMap(({ dimension, selfRated, reviewed: own }) =>
          own === null
            ? []
            : [
                <Ruler
                  key={dimension}
                  name={<h3>{words.dimension(dimension)}</h3>}
                  value={selfRated.level}
                  range={selfRated.range}
                  ends={words.ends}
                  bands={words.bands}
                  marks={[
                    {
                      key: 'reviewed',
                      name: t`Reviewed by ${organisation}`,
                      value: own.level,
                      range: own.range,
                      basis: coverageWords(coverage.get(dimension)),
                    },
                  ]}
                  emptyText={<Trans>Too few answers for a level.</Trans>}
                />,
              ],
        )}
      </div>
    </Section>
  );
}
