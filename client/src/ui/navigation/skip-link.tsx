import { Trans } from '@lingui/react/macro';
import styles from './navigation.module.css';

/** First on the page: past the header, straight to the content. */
export function SkipLink({ targetId }: { targetId: string }) {
  return (
    <a className={styles.skip} href={`#${targetId}`}>
      <Trans>Go to the content</Trans>
    </a>
  );
}
