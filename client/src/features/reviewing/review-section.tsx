import { Trans } from '@lingui/react/macro';
import type { StandingReview } from '#shared/contracts/reviews.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useReviewWords } from './use-review-words.ts';

export type ReviewSectionProps = {
  /** Those of the newest submission that were given. */
  reviews: readonly StandingReview[];
  hrefs: { reviews: string; review: (reviewId: string) => string };
};

/** On the firm's page: how far the organisation's review of the newest answers is, and the way to it. */
export function ReviewSection({ reviews, hrefs }: ReviewSectionProps) {
  const language = useLanguage();
  const words = useReviewWords();
  return (
    <Section
      title={<Trans>Review</Trans>}
      lead={
        <Trans>
          What the organisation has seen beside what the firm says: both levels are kept, and the firm replies.
        </Trans>
      }
    >
      {reviews.map(({ reviewId, givenAt, status }) => {
        const day = formatDate(new Date(givenAt), language);
        return (
          <p key={reviewId}>
            <Link to={hrefs.review(reviewId)}>
              <Trans>Review of {day}</Trans>
            </Link>
            . {words.status(status)}.
          </p>
        );
      })}
      <p>
        <ButtonLink to={hrefs.reviews} variant="secondary">
          <Trans>Review the answers</Trans>
        </ButtonLink>
      </p>
    </Section>
  );
}
