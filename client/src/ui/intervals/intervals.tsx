import type { CSSProperties } from 'react';
import styles from './intervals.module.css';

export type Interval = {
  readonly key: string;
  readonly name: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** The drawing in words. */
  readonly sentence: string;
  readonly note: string;
};

export type IntervalAxis = { readonly least: number; readonly most: number };

type IntervalsProps = {
  readonly intervals: readonly Interval[];
  readonly axis: IntervalAxis;
  readonly axisName: string;
  readonly format: (value: number) => string;
};

const place = (value: number, { least, most }: IntervalAxis): number => ((value - least) / (most - least)) * 100;

/** Where each begins, ends and has its estimate, as properties that the stylesheet places by. */
function placed({ low, estimate, high }: Interval, axis: IntervalAxis): CSSProperties {
  return {
    '--low': `${place(low, axis)}%`,
    '--estimate': `${place(estimate, axis)}%`,
    '--high': `${place(high, axis)}%`,
    '--zero': `${place(0, axis)}%`,
  } as CSSProperties;
}

/** Estimates with their intervals on one axis with nought on it, each said in words too. */
export function Intervals({ intervals, axis, axisName, format }: IntervalsProps) {
  const ticks = [axis.least, 0, axis.most];
  return (
    <div className={styles.intervals}>
      <div className={styles.axis} aria-hidden="true">
        <span>{axisName}</span>
        <span className={styles.ticks}>
          {ticks.map((tick) => (
            <span key={tick} style={{ '--at': `${place(tick, axis)}%` } as CSSProperties}>
              {format(tick)}
            </span>
          ))}
        </span>
      </div>
      <ul className={styles.list}>
        {intervals.map((interval) => (
          <li key={interval.key} className={styles.row}>
            <strong className={styles.name}>{interval.name}</strong>
            <span className={styles.track} style={placed(interval, axis)} aria-hidden="true">
              <span className={styles.zero} />
              <span className={styles.range} />
              <span className={styles.dot} data-apart={interval.low > 0 || interval.high < 0} />
            </span>
            <span className={styles.words}>
              {interval.sentence} <span className={styles.note}>{interval.note}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
