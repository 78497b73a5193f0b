import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';
import styles from './loading.module.css';

/** The next page is on its way: a line along the top edge. */
export function LoadingBar({ isLoading }: { isLoading: boolean }) {
  return (
    <div role="status">
      {isLoading && (
        <>
          <span className={styles.bar} aria-hidden="true" />
          <VisuallyHidden>
            <Trans>Loading the page …</Trans>
          </VisuallyHidden>
        </>
      )}
    </div>
  );
}
