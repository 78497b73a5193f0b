import { Trans, useLingui } from '@lingui/react/macro';
import { formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../button/button.tsx';
import styles from './table-import.module.css';
import type { Stage } from './use-upload.ts';

/** How far a file is, with a way to stop it. */
export function UploadProgress({ stage, onCancel }: { stage: Stage; onCancel: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { uploaded } = stage;
  const hasGone = uploaded >= 1;
  const share = formatShare(uploaded, language);
  return (
    <div className={styles.part}>
      <p role="status">
        {hasGone ? (
          <Trans>The file is there. Its rows are being worked through.</Trans>
        ) : (
          <Trans>The file is on its way.</Trans>
        )}
      </p>
      <div className={styles.progress}>
        <progress
          className={styles.bar}
          max={1}
          aria-label={hasGone ? t`The rows are being worked through` : t`How much of the file has gone`}
          {...(hasGone ? {} : { value: uploaded })}
        />
        {!hasGone && <span>{share}</span>}
      </div>
      <p>
        <Button variant="secondary" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </p>
    </div>
  );
}
