import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { OwnReviewDocument, StoredReply } from '#shared/contracts/reviews.ts';
import { codesToReplyTo } from '#shared/domain/review/compare-review.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { type Done, useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { AgreementWords } from './agreement.tsx';
import { type Loaded, type OwnParams, sendAnswer } from './api.ts';
import { BothLevels } from './both-levels.tsx';
import { ReplyForm } from './reply-form.tsx';
import { ReviewProvider, useReview } from './review-context.tsx';
import { ThreeWayList } from './three-way-list.tsx';
import { Trace } from './trace.tsx';

function Header() {
  const { t } = useLingui();
  const { review } = useReview();
  const language = useLanguage();
  const localise = useLocalised();
  const organisation = localise(review.organisationName);
  const day = review.givenAt === null ? '' : formatDate(new Date(review.givenAt), language);
  return (
    <PageHeader
      title={t`Review by ${organisation}`}
      eyebrow={review.firmName ?? undefined}
      lead={
        <Trans>
          Given to you on {day}. Your own levels stay as they are; what the adviser saw stands beside them, with
          reasons. Statistics are made of your own levels, never of the reviewed ones.
        </Trans>
      }
    >
      {review.isSimulated && (
        <p>
          <SimulatedFirmTag />
        </p>
      )}
    </PageHeader>
  );
}

/** What becomes of replies now. */
function ReplyState({ review }: { review: OwnReviewDocument }) {
  if (review.mayReply) {
    return (
      <p>
        <Trans>Reply under each place where you differ. Then hand the replies over.</Trans>
      </p>
    );
  }
  return (
    <Notice>
      <p>
        {review.status === 'given' && <Trans>An owner of the firm replies.</Trans>}
        {review.status === 'answered' && <Trans>Your replies are handed over, and the adviser sees them.</Trans>}
        {review.status === 'closed' && <Trans>The review is closed. Everything said in it stays.</Trans>}
      </p>
    </Notice>
  );
}

type HandOverProps = { params: OwnParams; left: number; onDone: () => void };

function HandOver({ params, left, onDone }: HandOverProps) {
  const action = useAction(useProblemWords());
  const [isAsked, setAsked] = useState(false);
  return (
    <Section title={<Trans>Hand the replies over</Trans>}>
      <p>
        {left === 0 ? (
          <Trans>Every place where you differ has a reply.</Trans>
        ) : (
          <Trans>Places still without a saved reply: {left}.</Trans>
        )}
      </p>
      <p>
        <Button isUnavailable={left > 0} onClick={() => setAsked(true)}>
          <Trans>Hand the replies over</Trans>
        </Button>
      </p>
      <ActionDialog
        isOpen={isAsked}
        title={<Trans>Hand the replies over?</Trans>}
        confirm={<Trans>Hand them over</Trans>}
        isDangerous={false}
        action={action}
        onClose={() => setAsked(false)}
        onConfirm={() => sendAnswer(params)}
        onDone={onDone}
      >
        <p>
          <Trans>
            The adviser then reads them, without who among you wrote them. They can no longer be changed. No level
            changes.
          </Trans>
        </p>
      </ActionDialog>
    </Section>
  );
}

function Body({ review, params, done }: { review: OwnReviewDocument; params: OwnParams; done: Done }) {
  const { t } = useLingui();
  const { basis } = useReview();
  const { revalidate } = useRevalidator();
  const [replies, setReplies] = useState<ReadonlyMap<string, StoredReply>>(
    new Map(review.replies.map((reply) => [reply.code, reply])),
  );
  const { entries } = review;
  /** Changed since they were saved: what is handed over would be another reply than the one on the screen. */
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const left = codesToReplyTo(basis, entries).filter((code) => !replies.has(code) || unsaved.has(code)).length;
  const saved = (reply: StoredReply) => setReplies((before) => new Map(before).set(reply.code, reply));
  const mark = useCallback((code: string, isUnsaved: boolean) => {
    setUnsaved((before) => {
      const others = [...before].filter((each) => each !== code);
      return new Set(isUnsaved ? [...others, code] : others);
    });
  }, []);
  const replyTo = (code: string) => (
    <ReplyForm key={code} params={params} code={code} stored={replies.get(code)} onSaved={saved} onUnsaved={mark} />
  );
  const handedOver = () => {
    void revalidate();
    done.say(t`The replies are handed over.`);
  };
  return (
    <>
      <Header />
      <ReplyState review={review} />
      <AgreementWords entries={entries} />
      <BothLevels entries={entries} />
      <ThreeWayList entries={entries} replyTo={review.mayReply ? replyTo : undefined} />
      {review.mayReply && <HandOver params={params} left={left} onDone={handedOver} />}
      <Trace />
    </>
  );
}

type OwnReviewPageProps = { loaded: Loaded<OwnReviewDocument>; params: OwnParams; resultHref: string };

/** A review for the firm that was given it: to read, to reply to, and to see who did what. */
export function OwnReviewPage({ loaded, params, resultHref }: OwnReviewPageProps) {
  const done = useDone();
  return (
    <UnsavedGuard>
      <Page width="results">
        <BackLink to={resultHref}>
          <Trans>Back to the result</Trans>
        </BackLink>
        <DoneNotice done={done} />
        <ReviewProvider key={loaded.loadedAt} loaded={loaded} isOwn>
          <Body review={loaded.review} params={params} done={done} />
        </ReviewProvider>
      </Page>
    </UnsavedGuard>
  );
}
