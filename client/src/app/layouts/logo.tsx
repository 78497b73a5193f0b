import styles from './logo.module.css';

/** Five ticks, one diamond: the five levels, and where one stands. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      <path className={styles.ticks} d="M4 30V14M12 30V20M20 30V20M28 30V20M36 30V14M2 30H38" />
      <path className={styles.diamond} d="M28 2l7 7-7 7-7-7z" />
    </svg>
  );
}
