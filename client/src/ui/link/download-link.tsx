import { Trans } from '@lingui/react/macro';
import type { MouseEvent, ReactNode } from 'react';
import { fetchFrom } from '../../lib/http/fetch-file.ts';
import { saveFile } from '../../lib/save-text-file.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import styles from './download-link.module.css';

/** A file of the site, to be saved. Whoever clicks is told when it does not come, and never sees what the server says of it. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  const { isBusy, fault, run } = useAction(useProblemWords());
  const save = (event: MouseEvent) => {
    event.preventDefault();
    if (isBusy) return;
    run(async () => {
      const { name, blob } = await fetchFrom(href);
      saveFile(name, blob);
    });
  };
  return (
    <>
      <a href={href} download aria-busy={isBusy || undefined} onClick={save}>
        {children}
      </a>
      <span role="status" className={styles.said}>
        {isBusy && <Trans>Being fetched …</Trans>}
        {fault !== undefined && (
          <span className={styles.fault}>
            <Trans>The file could not be fetched.</Trans> {fault}
          </span>
        )}
      </span>
    </>
  );
}
