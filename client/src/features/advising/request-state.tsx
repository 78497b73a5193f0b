import { Trans } from '@lingui/react/macro';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './queue-rows.module.css';
import { timeLeft } from './time-left.ts';
import { useAdvisingWords } from './use-advising-words.ts';
import { useQueueWords } from './use-queue-words.ts';

/** How long there is left to answer a request that waits. */
export function TimeLeftTag({ answerDueAt }: { answerDueAt: string }) {
  const words = useQueueWords();
  const left = timeLeft(answerDueAt, new Date());
  return <Tag tone={left.isOverdue ? 'accent' : 'neutral'}>{words.timeLeft(left)}</Tag>;
}

type Request = Pick<NonNullable<QueueRow['referral']>, 'status' | 'answerDueAt' | 'statusSince' | 'wishedEdition'>;

type RequestStateProps = {
  request: Request;
  /** The day it came where it is is said beside it. */
  isSinceSaid: boolean;
};

/** Where a request is and, while it waits for an answer, how long there is left; else the day it came there. */
export function RequestState({ request, isSinceSaid }: RequestStateProps) {
  const language = useLanguage();
  const wishWords = useWishWords();
  const words = useAdvisingWords();
  const since = formatDate(new Date(request.statusSince), language).replaceAll(' ', '\u00a0');
  return (
    <>
      {request.status === 'chosen' && (
        <p>
          <TimeLeftTag answerDueAt={request.answerDueAt} />
        </p>
      )}
      <p>{words.status(request.status)}</p>
      {request.status !== 'chosen' && !isSinceSaid && <p className={styles.small}>{since}</p>}
      {request.wishedEdition !== null && (
        <p className={styles.small}>
          <Trans>Wishes the group: {wishWords(request.wishedEdition)}</Trans>
        </p>
      )}
    </>
  );
}
