import { type CSSProperties, type ReactNode, useId } from 'react';
import { useSideways } from '../../lib/use-sideways.ts';
import { HeatLegend, type HeatLegendProps, type HeatStep } from './heat-legend.tsx';
import styles from './heat-table.module.css';
import { HiddenMark } from './hidden-mark.tsx';

export type HeatCell = {
  step: HeatStep;
  text: string;
  /** Smaller, under the number. */
  note?: ReactNode | undefined;
};
/** So many columns have room beside each other on a phone, when the name of the row stands above them. */
const mostInFew = 5;

type Head = { key: string; name: ReactNode };

export type HeatTableProps = HeatLegendProps & {
  caption: string;
  /** What the rows are: the head of their column. */
  rowKind: string;
  rows: readonly Head[];
  columns: readonly Head[];
  /** Null where nothing is shown. */
  cellOf: (row: string, column: string) => HeatCell | null;
};

/** A table whose cells are the darker the more there is. The number is in each; the colour adds nothing to it. */
export function HeatTable({ caption, rowKind, rows, columns, cellOf, legend }: HeatTableProps) {
  const captionId = useId();
  const { frame, isWider } = useSideways<HTMLElement>();
  return (
    <div className={styles.heat} data-wider={isWider || undefined}>
      <section ref={frame} className={styles.frame} aria-labelledby={captionId} tabIndex={isWider ? 0 : undefined}>
        <table
          className={styles.table}
          data-few={columns.length <= mostInFew || undefined}
          style={{ '--columns': columns.length } as CSSProperties}
        >
          <caption>
            <span id={captionId}>{caption}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{rowKind}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key: row, name }) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {columns.map(({ key }) => (
                  <Cell key={key} cell={cellOf(row, key)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length * columns.length > 1 && <HeatLegend legend={legend} />}
    </div>
  );
}

function Cell({ cell }: { cell: HeatCell | null }) {
  if (cell === null) {
    return (
      <td data-hidden>
        <span className={styles.mark}>
          <HiddenMark />
        </span>
      </td>
    );
  }
  return (
    <td data-step={cell.step}>
      <span className={styles.number}>{cell.text}</span>
      {cell.note !== undefined && <span className={styles.note}>{cell.note}</span>}
    </td>
  );
}
