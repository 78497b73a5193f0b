import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { ButtonRow } from '../button/button-row.tsx';
import { Notice } from '../notice/notice.tsx';
import { Page } from '../page/page.tsx';
import styles from './own-words.module.css';
import type { OwnWords } from './words-reducer.ts';

/** A page that is not fetched over https has no clipboard. */
const hasClipboard = (): boolean => 'clipboard' in navigator;

/** What was written and could not be stored: to be read and copied, for as long as one stays. */
export function RescuedWords({ words, onForget }: { words: readonly OwnWords[]; onForget: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  // What was written in has gone, and the focus with it: one is taken to what is left of it.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  const [copied, setCopied] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words.map(({ label, text }) => `${label}: ${text}`).join('\n'));
      setCopied('copied');
    } catch {
      setCopied('refused');
    }
  };
  return (
    <Page>
      <div ref={place} tabIndex={-1} className={styles.place}>
        <Notice tone="warning" role="status" title={<Trans>What you were writing is still here</Trans>}>
          <p>
            <Trans>
              The page was taken away before this was saved: it shows a firm only while it is certain that the firm
              shares it. These are your own words. They are not saved anywhere, and are gone when you leave the page:
              copy what you need.
            </Trans>
          </p>
          <dl className={styles.words}>
            {words.map(({ label, text }) => (
              <div key={`${label} ${text}`}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <ButtonRow>
            {hasClipboard() && (
              <Button variant="secondary" onClick={() => void copy()}>
                <Trans>Copy it all</Trans>
              </Button>
            )}
            <Button variant="quiet" onClick={onForget}>
              <Trans>Throw it away</Trans>
            </Button>
          </ButtonRow>
          <p role="status">
            {copied === 'copied' && <Trans>It is copied.</Trans>}
            {copied === 'refused' && <Trans>The browser does not let it be copied. Mark the text and copy it.</Trans>}
          </p>
        </Notice>
      </div>
    </Page>
  );
}
