import { Trans } from '@lingui/react/macro';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { fieldId } from '../field/field.tsx';
import styles from './error-summary.module.css';

export type FieldFault = { fieldId: string; message: string };

/** The faults of a form in the order of its fields. */
export function listFaults<Field extends string>(
  order: readonly Field[],
  errorOf: (field: Field) => string | undefined,
): FieldFault[] {
  return order.flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ fieldId: fieldId(field), message }];
  });
}

export type ErrorSummaryProps = {
  faults: readonly FieldFault[];
  /** Count of attempts to send. The summary takes the focus once per attempt, never while the person is correcting. */
  attempt: number;
  title?: ReactNode | undefined;
};

/** A control may be folded away, or hidden under its legend or label; showing that first tells where one has come. */
function goToField(fieldId: string): void {
  const control = document.getElementById(fieldId);
  control?.closest('details')?.setAttribute('open', '');
  const heading =
    control?.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${fieldId}"]`);
  heading?.scrollIntoView();
  control?.focus({ preventScroll: heading !== null });
}

/** Everything that stopped the form, in one place, each a link to its field. Shows nothing without faults. */
export function ErrorSummary({ faults, attempt, title }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const hasFaults = faults.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new attempt moves the focus, not a list that shrinks while the person corrects.
  useEffect(() => {
    if (hasFaults && attempt > 0) summary.current?.focus();
  }, [attempt]);

  if (!hasFaults) return null;

  const follow = (event: MouseEvent, fieldId: string) => {
    event.preventDefault();
    goToField(fieldId);
  };

  return (
    <div ref={summary} className={styles.summary} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {title ?? <Trans>Something needs correcting</Trans>}
      </h2>
      <ul className={styles.list}>
        {faults.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} onClick={(event) => follow(event, fieldId)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
