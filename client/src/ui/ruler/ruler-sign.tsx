import styles from './ruler.module.css';

/** What a rule draws, for the words that explain it: the diamond of the value, the ring of a second mark or the flag of a target. */
export function RulerSign({ of }: { of: 'own' | 'mark' | 'target' }) {
  return <span className={styles.sign} data-of={of} aria-hidden="true" />;
}
