import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { useSideways } from '../../lib/use-sideways.ts';
import styles from './table.module.css';

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumeric?: boolean | undefined;
  /** Room for a few words on a line also where the screen is narrow: a day with its time, a sum with its unit. */
  isRoomy?: boolean | undefined;
  /** The cell that names its row; one per table. */
  isRowHeader?: boolean | undefined;
  /** The rows stand in the order of this column. */
  sorted?: 'ascending' | 'descending' | undefined;
};

export type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Whether the row sums the others up. */
  isSum?: ((row: Row) => boolean) | undefined;
};

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const roomy = column.isRoomy || undefined;
  if (column.isRowHeader) {
    return (
      <th scope="row" data-roomy={roomy}>
        {content}
      </th>
    );
  }
  return (
    <td data-numeric={column.isNumeric || undefined} data-roomy={roomy}>
      {content}
    </td>
  );
}

/** A real table. Wider than its place it scrolls by itself, also by keyboard, and never the page. */
export function Table<Row>({ caption, columns, rows, rowKey, isSum }: TableProps<Row>) {
  const captionId = useId();
  const { frame, isWider } = useSideways<HTMLElement>();
  return (
    <section ref={frame} className={styles.frame} aria-labelledby={captionId} tabIndex={isWider ? 0 : undefined}>
      {isWider && (
        <p className={styles.sideways}>
          <Trans>The table goes on sideways.</Trans>
        </p>
      )}
      <table className={styles.table}>
        <caption>
          <span id={captionId}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.isNumeric || undefined} aria-sort={column.sorted}>
                {column.header}
                {column.sorted !== undefined && (
                  <span aria-hidden="true">{column.sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-sum={isSum?.(row) || undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
