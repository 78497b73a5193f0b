import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './loading.module.css';

/** A part of the page is on its way. Shows after a moment, so that quick answers do not flicker. */
export function Spinner({ children }: { children?: ReactNode | undefined }) {
  return (
    <div className={styles.spinner} role="status">
      <span className={styles.sticks} aria-hidden="true" />
      <p>{children ?? <Trans>Loading …</Trans>}</p>
    </div>
  );
}
