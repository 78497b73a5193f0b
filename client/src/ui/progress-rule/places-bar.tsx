import styles from './places-bar.module.css';

type PlacesBarProps = {
  places: number;
  taken: number /** Kept for somebody who has not answered. */;
  held: number;
  minimum: number;
};

/** How full something is, with the least that it takes marked. A picture only: the words stand beside it. */
export function PlacesBar({ places, taken, held, minimum }: PlacesBarProps) {
  const share = (count: number) => `${(100 * count) / places}%`;
  return (
    <div className={styles.bar} aria-hidden="true">
      <span className={styles.taken} style={{ inlineSize: share(taken) }} />
      <span className={styles.held} style={{ inlineSize: share(held) }} />
      <span className={styles.minimum} style={{ insetInlineStart: share(minimum) }} />
    </div>
  );
}
