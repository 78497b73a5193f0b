import styles from './heat-table.module.css';

export type HeatStep = 1 | 2 | 3 | 4 | 5 | 6;
export type HeatLegendProps = {
  /** What the steps stand for, from little to much. */
  legend: readonly { step: HeatStep; name: string }[];
};

export function HeatLegend({ legend }: HeatLegendProps) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {legend.map(({ step, name }) => (
        <li key={step} data-step={step}>
          {name}
        </li>
      ))}
    </ul>
  );
}
