import type { ReactNode } from 'react';
import { Table } from '../../ui/table/table.tsx';
import styles from './editing.module.css';

export type TwoTexts = {
  readonly key: string;
  readonly place: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
};

export type TwoTextsTableProps = {
  caption: string;
  /** What the columns are called. */
  words: Readonly<Record<'place' | 'first' | 'second', string>>;
  rows: readonly TwoTexts[];
};

/** Two texts of every place beside each other; where there is no room for that, one below the other with its name. */
export function TwoTextsTable({ caption, words, rows }: TwoTextsTableProps) {
  const cell = (name: string, text: ReactNode) => (
    <div className={styles.cell} data-name={name}>
      {text}
    </div>
  );
  return (
    <div className={styles.twoTexts}>
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'place', header: words.place, cell: ({ place }) => place, isRowHeader: true },
          { key: 'first', header: words.first, cell: ({ first }) => cell(words.first, first) },
          { key: 'second', header: words.second, cell: ({ second }) => cell(words.second, second) },
        ]}
      />
    </div>
  );
}
