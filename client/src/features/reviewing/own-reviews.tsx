import { Trans } from '@lingui/react/macro';
import type { StandingReview } from '#shared/contracts/reviews.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

export type OwnReviewsProps = { reviews: readonly StandingReview[]; hrefOf: (reviewId: string) => string };

function StateWords({ status }: { status: StandingReview['status'] }) {
  if (status === 'given') return <Trans>It waits for your reply.</Trans>;
  if (status === 'answered') return <Trans>You have replied.</Trans>;
  return <Trans>It is closed.</Trans>;
}

/** On the firm's result: who has reviewed it, and the way to read and reply. */
export function OwnReviews({ reviews, hrefOf }: OwnReviewsProps) {
  const language = useLanguage();
  const localise = useLocalised();
  if (reviews.length === 0) return null;
  return (
    <Notice title={<Trans>An adviser has reviewed this result</Trans>}>
      {reviews.map(({ reviewId, organisationName, givenAt, status }) => {
        const organisation = localise(organisationName);
        const day = formatDate(new Date(givenAt), language);
        return (
          <p key={reviewId}>
            <Link to={hrefOf(reviewId)}>
              <Trans>
                Read the review by {organisation}, {day}
              </Trans>
            </Link>
            . <StateWords status={status} />
          </p>
        );
      })}
      <p>
        <Trans>Your own levels stay as they are. The reviewed ones stand beside them, marked with a ring.</Trans>
      </p>
    </Notice>
  );
}
