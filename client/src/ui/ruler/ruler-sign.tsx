import styles from './ruler.module.css';

/** What a rule draws, for the words that explain it: the diamond of the value or the ring of a second mark. */
export function RulerSign({ of }: { of: 'own' | 'mark' }) {
  return <span className={styles.sign} data-of={of} aria-hidden="true" />;
}
