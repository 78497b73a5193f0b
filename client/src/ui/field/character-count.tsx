import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';
import styles from './field.module.css';

/** Long enough for a pause in typing, so that the count never talks over the writer. */
const pauseMs = 1000;

/** How many characters are left: always to be seen, read aloud only near the end and after a pause. */
export function CharacterCount({ length, maximum }: { length: number; maximum: number }) {
  const { t } = useLingui();
  const left = maximum - length;
  const over = -left;
  const text = left >= 0 ? t`${left} characters left` : t`${over} characters too many`;
  const [announcement, setAnnouncement] = useState('');
  const isNearEnd = left <= maximum / 10;

  useEffect(() => {
    const timer = setTimeout(() => setAnnouncement(isNearEnd ? text : ''), pauseMs);
    return () => clearTimeout(timer);
  }, [text, isNearEnd]);

  return (
    <>
      <p className={styles.count} data-over={left < 0 || undefined} aria-hidden="true">
        {text}
      </p>
      <div role="status">
        <VisuallyHidden>{announcement}</VisuallyHidden>
      </div>
    </>
  );
}
