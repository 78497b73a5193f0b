import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './field.module.css';

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** The fault in words; the error summary shows the same sentence. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
};

/** Ids of a field's parts. The control has `fieldId(name)`: give that to the error summary. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

/** Attributes that tie a control to its hint and its error. */
export function controlAttributes(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    id,
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${id}-hint`} className={styles.hint}>
      {children}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className={styles.error}>
      <strong>
        <Trans>Error:</Trans>
      </strong>{' '}
      {error}
    </p>
  );
}

export function OptionalMark({ isOptional }: { isOptional: boolean | undefined }) {
  if (!isOptional) return null;
  return (
    <>
      {' '}
      <span className={styles.optional}>
        <Trans>(optional)</Trans>
      </span>
    </>
  );
}

/** Label, hint and error around one control. */
export function Field({ id, texts, children }: { id: string; texts: FieldTexts; children: ReactNode }) {
  return (
    <div className={styles.field} data-invalid={texts.error ? true : undefined}>
      <label htmlFor={id} className={styles.label}>
        {texts.label}
        <OptionalMark isOptional={texts.isOptional} />
      </label>
      <FieldHint id={id}>{texts.hint}</FieldHint>
      <FieldError id={id} error={texts.error} />
      {children}
    </div>
  );
}
