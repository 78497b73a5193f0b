import { Trans } from '@lingui/react/macro';
import type { Item } from '#shared/domain/instrument/item.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAnswering } from '../answering-context.tsx';
import { useIsLastTimeAwaited } from '../last-time.tsx';
import { useOwnPartWords } from '../use-own-part-words.ts';

/** Items with an answer that this browser knows to be saved, and cannot show yet. */
export function useSavedUnseen(): ReadonlySet<string> {
  const { awaitsSaved, outbox, answers } = useAnswering();
  const saved = awaitsSaved ? Object.keys(outbox.record.revisions) : [];
  return new Set(saved.filter((code) => answers[code] === undefined));
}

/** On a screen whose answer is saved and cannot be shown without a network. */
export function SavedUnseen({ items }: { items: readonly Item[] }) {
  const unseen = useSavedUnseen();
  const count = items.filter(({ code }) => unseen.has(code)).length;
  if (count === 0) return null;
  return (
    <Notice>
      <p>
        {items.length === 1 ? (
          <Trans>
            You have answered this question. The answer is saved and shows when the network is back. If you answer again
            now, the new answer takes its place.
          </Trans>
        ) : (
          <Trans>
            You have answered here before. Those answers are saved and show when the network is back. What you answer
            again now takes their place.
          </Trans>
        )}
      </p>
    </Notice>
  );
}

/** On a screen from which nothing waits yet to be sent; once something does, that is said instead. */
export function AwaitsSavedUnlessSending() {
  const { outbox } = useAnswering();
  return outbox.record.entries.length === 0 && !outbox.isKeeping && !outbox.isLockedOut ? <AwaitsSaved /> : null;
}

/** On the pages that tell how far one has come: what is saved is not among it yet. */
export function AwaitsSaved() {
  const { awaitsSaved, session } = useAnswering();
  const own = useOwnPartWords();
  const isLastTimeAwaited = useIsLastTimeAwaited();
  if (!awaitsSaved) return null;
  return (
    <Notice tone="warning" title={<Trans>No connection just now</Trans>}>
      <p>
        {session.response.respondent !== null ? (
          own.awaitsSaved
        ) : session.response.isClaimed ? (
          <Trans>
            You can go on answering. What you answer is kept in this browser and is sent when the network is back, and
            then the answers that are saved already show too, and what you answered last time beside the questions.
          </Trans>
        ) : (
          <Trans>
            You can go on answering. What you answer is kept in this browser and is sent when the network is back, and
            then the answers that are saved already show too.
          </Trans>
        )}
        {isLastTimeAwaited && (
          <>
            {' '}
            <Trans>If you have answered before, what you answered last time stands beside the questions then.</Trans>
          </>
        )}
      </p>
    </Notice>
  );
}
