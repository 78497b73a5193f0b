import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { webhookLimits } from '#shared/contracts/webhooks.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './webhooks.module.css';

/** A page that is not fetched over https has no clipboard. */
const hasClipboard = (): boolean => 'clipboard' in navigator;

/** The secret, for as long as the page is open. It takes the focus: it is shown once. */
export function NewSecret({ secret, isSecond }: { secret: string; isSecond: boolean }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another secret is shown anew.
  useEffect(() => {
    box.current?.focus();
    setCopied(false);
  }, [secret]);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div ref={box} tabIndex={-1} className={styles.secret} role="status">
      <Notice tone="success" title={<Trans>Copy the secret now. It is not shown again.</Trans>}>
        <p>
          <code className={styles.code}>{secret}</code>
        </p>
        <p>
          {isSecond ? (
            <Trans>
              For {webhookLimits.bothSecretsHours} hours both the old secret and this one sign. Put this one in place in
              the receiver.
            </Trans>
          ) : (
            <Trans>Put it in place in the receiver, which checks by it that what it gets comes from here.</Trans>
          )}
        </p>
        {hasClipboard() && (
          <p>
            <Button variant="secondary" onClick={() => void copy()}>
              <Trans>Copy</Trans>
            </Button>{' '}
            <span role="status">{isCopied && t`Copied.`}</span>
          </p>
        )}
      </Notice>
    </div>
  );
}
