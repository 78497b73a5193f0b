import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';

type UnsureNoticeProps = {
  /** Reads what is there now anew, where the page shows that. */
  look: (() => Promise<void>) | undefined;
};

/** No reply came to what was to be stored. What is there is read anew as soon as the network is back, or by a press. */
export function UnsureNotice({ look }: UnsureNoticeProps) {
  const [isRead, setRead] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const read = async () => {
    if (look === undefined || isBusy) return;
    setBusy(true);
    await look().then(
      () => setRead(true),
      // Without a network it is read once that is back.
      () => undefined,
    );
    setBusy(false);
  };
  const readNow = useEffectEvent(() => void read());
  useEffect(() => {
    const end = new AbortController();
    window.addEventListener('online', () => readNow(), { signal: end.signal });
    readNow();
    return () => end.abort();
  }, []);
  return (
    <Notice
      tone="warning"
      role="status"
      title={<Trans>No reply came: it is not known whether the rows were taken in</Trans>}
    >
      <p>
        <Trans>File and columns are still here. Taking the rows in again takes nobody in twice.</Trans>
      </p>
      {isRead && (
        <p>
          <Trans>The numbers on the page have been read anew, and say what is there now.</Trans>
        </p>
      )}
      {look !== undefined && !isRead && (
        <p>
          <Button variant="secondary" isBusy={isBusy} onClick={() => void read()}>
            <Trans>Read the numbers anew</Trans>
          </Button>
        </p>
      )}
    </Notice>
  );
}
