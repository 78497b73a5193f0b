import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../button/button.tsx';
import styles from './save-state.module.css';

/** Why an answer is not with the server yet. */
export type UnsavedReason = 'offline' | 'server-unreachable' | 'refused' | 'conflict' | 'storage-refused';

export type SaveStatus =
  | { kind: 'nothing-yet' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'not-saved'; reason: UnsavedReason };

export type SaveStateProps = {
  status: SaveStatus;
  /** Offers "Try now" while something is not saved. */
  onRetry?: (() => Promise<void>) | undefined;
};

function ReasonText({ reason }: { reason: UnsavedReason }) {
  if (reason === 'offline') {
    return <Trans>No network. The answer is kept in this browser and is sent when the network is back.</Trans>;
  }
  if (reason === 'server-unreachable') {
    return <Trans>The server does not reply. The answer is kept in this browser and is sent again shortly.</Trans>;
  }
  if (reason === 'refused') {
    return <Trans>The server did not accept the answer. Choose again or reload the page.</Trans>;
  }
  if (reason === 'conflict') {
    return <Trans>A question has been answered in two places. Choose which answer counts.</Trans>;
  }
  return <Trans>This browser keeps nothing for us. Stay on the page until the answer is saved.</Trans>;
}

function StatusText({ status }: { status: SaveStatus }) {
  const language = useLanguage();
  if (status.kind === 'nothing-yet') return <Trans>Every answer is saved as you give it.</Trans>;
  if (status.kind === 'saving') return <Trans>Saving …</Trans>;
  if (status.kind === 'saved') {
    const time = formatTime(status.at, language);
    return <Trans>Saved at {time}</Trans>;
  }
  return (
    <>
      <strong>
        <Trans>Not saved yet.</Trans>
      </strong>{' '}
      <ReasonText reason={status.reason} />
    </>
  );
}

/** Says where the answers are, always visible and always true. */
export function SaveState({ status, onRetry }: SaveStateProps) {
  const language = useLanguage();
  const [triedAt, setTriedAt] = useState<Date>();
  const tried = triedAt === undefined ? '' : formatTime(triedAt, language);
  const retry = async (): Promise<void> => {
    await onRetry?.();
    setTriedAt(new Date());
  };
  return (
    <div className={styles.state} data-kind={status.kind}>
      <span className={styles.sign} aria-hidden="true" />
      <p role="status" className={styles.text}>
        <StatusText status={status} />
        {status.kind === 'not-saved' && tried !== '' && (
          <>
            {' '}
            <Trans>Last tried at {tried}.</Trans>
          </>
        )}
      </p>
      {status.kind === 'not-saved' && onRetry && (
        <Button variant="quiet" onClick={() => void retry()}>
          <Trans>Try now</Trans>
        </Button>
      )}
    </div>
  );
}
