import { Trans } from '@lingui/react/macro';
import type { PackageField } from '#shared/domain/routing/drafting/package-fields.ts';
import styles from './catalogue.module.css';
import { useValueWords } from './use-value-words.ts';

/** What stands in a field, in words. */
export function FieldValue({ field, value }: { field: PackageField; value: unknown }) {
  const lines = useValueWords()(field, value).filter(({ text }) => text !== '');
  if (lines.length === 0) {
    return (
      <p className={styles.muted}>
        <Trans>(nothing)</Trans>
      </p>
    );
  }
  return (
    <div className={styles.value}>
      {lines.map(({ language, text }) => (
        <p key={`${language ?? ''} ${text}`} lang={language}>
          {text}
        </p>
      ))}
    </div>
  );
}
