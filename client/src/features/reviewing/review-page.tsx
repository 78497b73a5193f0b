import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { moveReview } from '#shared/domain/review/review-states.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { AgreementWords } from './agreement.tsx';
import { type Loaded, type ReviewParams, sendMove } from './api.ts';
import { BothLevels } from './both-levels.tsx';
import { GiveReview } from './give-review.tsx';
import { ReviewProvider, useReview } from './review-context.tsx';
import { ReviewWorkspace } from './review-workspace.tsx';
import { ThreeWayList } from './three-way-list.tsx';
import { Trace } from './trace.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { useReviewWords } from './use-review-words.ts';
import { useWhere } from './use-where.ts';

type Moved = (review: ReviewDocument, words: string) => void;

function Header() {
  const { t } = useLingui();
  const firmWords = useFirmWords();
  const { review } = useReview();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReviewWords();
  const firm = firmWords.firm(review.firmName);
  const day = formatDate(new Date(review.submittedAt), language);
  const organisation = localise(review.organisationName);
  return (
    <PageHeader
      title={t`Review of ${firm}`}
      documentTitle={t`Review`}
      eyebrow={organisation}
      lead={<Trans>Of what the firm submitted on {day}.</Trans>}
    >
      <p>
        <Tag tone={review.status === 'answered' ? 'success' : 'info'}>{words.status(review.status)}</Tag>{' '}
        {review.isSimulated && <SimulatedFirmTag />}
      </p>
    </PageHeader>
  );
}

/** What stands in the draft, as far as it is a judgement. */
function entriesOf({ entries }: Draft): ReviewEntry[] {
  return [...entries].flatMap(([code, { judgement, reason, evidence }]) =>
    judgement === null ? [] : [{ code, judgement, reason, evidence: [...evidence] }],
  );
}

function DraftReview({ params, onMoved }: { params: ReviewParams; onMoved: Moved }) {
  const { review } = useReview();
  const draft = useDraft(review, params);
  const where = useWhere(draft);
  const entries = entriesOf(draft);
  return (
    <>
      <ReviewWorkspace draft={draft} where={where} />
      {entries.length > 0 && (
        <>
          <Section title={<Trans>Preview</Trans>} lead={<Trans>This is what the firm will read.</Trans>}>
            <AgreementWords entries={entries} />
          </Section>
          <BothLevels entries={entries} />
          <ThreeWayList entries={entries} />
        </>
      )}
      <GiveReview params={params} draft={draft} where={where} entries={entries} onMoved={onMoved} />
    </>
  );
}

function CloseReview({ params, onMoved }: { params: ReviewParams; onMoved: Moved }) {
  const { t } = useLingui();
  const { review } = useReview();
  const action = useAction(useProblemWords());
  const [isAsked, setAsked] = useState(false);
  if (moveReview(review.status, 'close', 'provider') === undefined) return null;
  return (
    <Section title={<Trans>Close it</Trans>}>
      <p>
        <Button variant="secondary" onClick={() => setAsked(true)}>
          <Trans>Close the review</Trans>
        </Button>
      </p>
      <ActionDialog
        isOpen={isAsked}
        title={<Trans>Close the review?</Trans>}
        confirm={<Trans>Close the review</Trans>}
        isDangerous={false}
        action={action}
        onClose={() => setAsked(false)}
        onConfirm={() => sendMove(params, 'close', review.revision)}
        onDone={(moved) => onMoved(moved, t`The review is closed. Both levels stay beside each other.`)}
      >
        <p>
          {review.status === 'given' ? (
            <Trans>The firm has not replied yet, and can no longer do so afterwards. Everything said stays.</Trans>
          ) : (
            <Trans>Everything said stays. Another review of the same submission can be begun afterwards.</Trans>
          )}
        </p>
      </ActionDialog>
    </Section>
  );
}

function GivenReview({ params, onMoved }: { params: ReviewParams; onMoved: Moved }) {
  const { review } = useReview();
  const { entries } = review;
  return (
    <>
      <AgreementWords entries={entries} />
      <BothLevels entries={entries} />
      <ThreeWayList entries={entries} />
      <CloseReview params={params} onMoved={onMoved} />
    </>
  );
}

function Body({ params, onMoved }: { params: ReviewParams; onMoved: Moved }) {
  const { review } = useReview();
  return (
    <>
      <Header />
      {review.status === 'draft' && (
        <UnsavedGuard>
          <DraftReview params={params} onMoved={onMoved} />
        </UnsavedGuard>
      )}
      {review.status === 'taken-back' && (
        <EmptyState title={<Trans>The draft was taken back</Trans>}>
          <p>
            <Trans>Nothing of it is left, and the firm was given nothing.</Trans>
          </p>
        </EmptyState>
      )}
      {review.reviewed !== null && <GivenReview params={params} onMoved={onMoved} />}
      <Trace />
    </>
  );
}

type ReviewPageProps = { loaded: Loaded<ReviewDocument> | null; params: ReviewParams; reviewsHref: string };

/** One review, from the first question gone through to the firm's reply. */
export function ReviewPage({ loaded, params, reviewsHref }: ReviewPageProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const done = useDone();
  const onMoved: Moved = (_review, words) => {
    void revalidate();
    done.say(words);
  };
  if (loaded === null) {
    return (
      <Page>
        <PageHeader title={t`Review`} />
        <EmptyState
          title={<Trans>There is no such review, or the firm does not share its results with you</Trans>}
          action={
            <Link to={reviewsHref}>
              <Trans>Reviews of the firm</Trans>
            </Link>
          }
        />
      </Page>
    );
  }
  return (
    <Page width="results">
      <BackLink to={reviewsHref}>
        <Trans>Reviews of the firm</Trans>
      </BackLink>
      <DoneNotice done={done} />
      <ReviewProvider key={loaded.loadedAt} loaded={loaded}>
        <Body params={params} onMoved={onMoved} />
      </ReviewProvider>
    </Page>
  );
}
