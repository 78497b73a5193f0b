import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { StoredReply } from '#shared/contracts/reviews.ts';
import { isWholeDimension, type ReviewEntry } from '#shared/domain/review/review.ts';
import { presentLevel } from '#shared/domain/scoring/present-level.ts';
import { formatDate, formatNumber, formatQuote } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useReview } from './review-context.tsx';
import styles from './reviewing.module.css';
import { useReviewWords } from './use-review-words.ts';
import { useSubjectWords } from './use-subject-words.ts';

/** What the firm says of itself: its answer with its comment, or its level of the area. */
function OwnSide({ code }: { code: string }) {
  const { review } = useReview();
  const language = useLanguage();
  const words = useSubjectWords();
  if (!isWholeDimension(code)) {
    const comment = review.answers[code]?.comment ?? '';
    return (
      <>
        <p>{words.answer(code)}</p>
        {comment !== '' && <p className={styles.ownWords}>{formatQuote(comment, language)}</p>}
      </>
    );
  }
  const score = review.selfRated.dimensions.find(({ dimension }) => dimension === code);
  const shown = presentLevel(score?.level ?? null, score?.range ?? null);
  if (shown === null) return <Trans>No level</Trans>;
  if (shown.kind !== 'between') return formatNumber(shown.level, language, shown.decimals);
  return `${formatNumber(shown.lowest, language, 1)}–${formatNumber(shown.highest, language, 1)}`;
}

function ReviewedSide({ entry }: { entry: ReviewEntry }) {
  const { review } = useReview();
  const language = useLanguage();
  const words = useSubjectWords();
  const reviewWords = useReviewWords();
  const stored = review.entries.find(({ code }) => code === entry.code);
  const day = stored === undefined ? '' : formatDate(new Date(stored.judgedAt), language);
  const who = stored?.judgedBy ?? '';
  const evidence = reviewWords.evidenceKinds(entry.evidence);
  return (
    <>
      <p>{words.judgement(entry.code, entry.judgement)}</p>
      {entry.reason !== '' && <p className={styles.ownWords}>{formatQuote(entry.reason, language)}</p>}
      {evidence !== '' && (
        <p>
          <Trans>Rests on: {evidence}</Trans>
        </p>
      )}
      {stored !== undefined && (
        <p>
          {who === '' ? (
            <Trans>Judged {day}</Trans>
          ) : (
            <Trans>
              Judged by {who}, {day}
            </Trans>
          )}
        </p>
      )}
    </>
  );
}

function ReplySide({ reply }: { reply: StoredReply }) {
  const language = useLanguage();
  const day = formatDate(new Date(reply.repliedAt), language);
  return (
    <>
      <p>{reply.reply.view === 'agrees' ? <Trans>Agrees</Trans> : <Trans>Sees it differently</Trans>}</p>
      {reply.reply.words !== '' && <p className={styles.ownWords}>{formatQuote(reply.reply.words, language)}</p>}
      <p>
        <Trans>Replied {day}</Trans>
      </p>
    </>
  );
}

type ThreeWaysProps = {
  entry: ReviewEntry;
  /** In place of the stored reply, where the firm is about to give one. */
  reply?: ReactNode;
};

/** The firm's answer, the adviser's and the firm's reply to it, side by side. */
export function ThreeWays({ entry, reply }: ThreeWaysProps) {
  const { t } = useLingui();
  const { review, isOwn } = useReview();
  const words = useSubjectWords();
  const stored = review.replies.find(({ code }) => code === entry.code);
  const area = words.dimension(entry.code);
  return (
    <li className={styles.group}>
      <h4>{isWholeDimension(entry.code) ? t`${area} as a whole` : words.subject(entry.code)}</h4>
      <dl className={styles.sides}>
        <div className={styles.side}>
          <dt>{isOwn ? <Trans>You say</Trans> : <Trans>The firm says</Trans>}</dt>
          <dd>
            <OwnSide code={entry.code} />
          </dd>
        </div>
        <div className={styles.side}>
          <dt>
            <Trans>The adviser saw</Trans>
          </dt>
          <dd>
            <ReviewedSide entry={entry} />
          </dd>
        </div>
        {reply === undefined && stored !== undefined && (
          <div className={styles.side}>
            <dt>{isOwn ? <Trans>Your reply</Trans> : <Trans>The firm's reply</Trans>}</dt>
            <dd>
              <ReplySide reply={stored} />
            </dd>
          </div>
        )}
      </dl>
      {reply}
    </li>
  );
}
