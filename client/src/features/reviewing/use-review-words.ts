import { useLingui } from '@lingui/react/macro';
import type { ReviewEvent } from '#shared/contracts/reviews.ts';
import type { EvidenceKind } from '#shared/domain/review/review.ts';
import type { ReviewStatus } from '#shared/domain/review/review-states.ts';

/** What the words of a review mean, to both who read it. */
export function useReviewWords() {
  const { t } = useLingui();
  const statuses: Record<ReviewStatus, string> = {
    draft: t`Draft, not given to the firm`,
    given: t`Given to the firm, which has not replied yet`,
    answered: t`The firm has replied`,
    closed: t`Review closed`,
    'taken-back': t`Taken back before it was given`,
  };
  const evidence: Record<EvidenceKind, string> = {
    observed: t`Seen on site`,
    document: t`Document`,
    interview: t`Conversation`,
  };
  const deeds: Record<ReviewEvent['deed'], string> = {
    begin: t`Began the review`,
    judge: t`Judged`,
    reply: t`Replied`,
    give: t`Gave the review to the firm`,
    'take-back': t`Discarded the draft`,
    close: t`Closed the review`,
    answer: t`Handed over the firm's replies`,
    'end-consent': t`Withdrew the consent, which closed the review`,
  };
  return {
    status: (status: ReviewStatus) => statuses[status],
    evidence: (kind: EvidenceKind) => evidence[kind],
    evidenceKinds: (kinds: readonly EvidenceKind[]) => kinds.map((kind) => evidence[kind]).join(', '),
    deed: (deed: ReviewEvent['deed']) => deeds[deed],
  };
}
