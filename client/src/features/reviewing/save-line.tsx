import { Trans } from '@lingui/react/macro';
import { formatTime } from '../../lib/format.ts';
import { isNoReply } from '../../lib/http/errors.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import type { DraftStatus } from './draft-keeper.ts';
import styles from './reviewing.module.css';

function Words({ status }: { status: DraftStatus }) {
  const language = useLanguage();
  const say = useProblemWords();
  switch (status.kind) {
    case 'nothing-yet':
      return (
        <Trans>Every judgement is saved as you make it. The firm sees nothing until you give it the review.</Trans>
      );
    case 'saving':
      return <Trans>Saving …</Trans>;
    case 'saved': {
      const time = formatTime(status.at, language);
      return <Trans>Saved at {time}</Trans>;
    }
    case 'not-saved':
      return (
        <>
          <strong>
            <Trans>Not saved. It is on this page only.</Trans>
          </strong>{' '}
          {say(status.failure)} {isNoReply(status.failure) && <Trans>It is tried again by itself.</Trans>}
        </>
      );
  }
}

/** Where the judgements are: always visible, always true. */
export function SaveLine({ status, onRetry }: { status: DraftStatus; onRetry: () => void }) {
  return (
    <div className={styles.saveLine} data-kind={status.kind}>
      <p role="status">
        <Words status={status} />
      </p>
      {status.kind === 'not-saved' && (
        <Button variant="quiet" onClick={onRetry}>
          <Trans>Try now</Trans>
        </Button>
      )}
    </div>
  );
}
