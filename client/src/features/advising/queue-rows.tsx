import { Trans, useLingui } from '@lingui/react/macro';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { type Column, Table } from '../../ui/table/table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { Assignee, FirmFacts, FirmName, Levels, type QueueSight, RowChoice, RowState } from './queue-cells.tsx';
import styles from './queue-rows.module.css';
import { sortedColumn } from './sorted-by.ts';
import { useIsWide } from './use-is-wide.ts';
import { rowKey } from './use-queue-list.ts';
import { useQueueWords } from './use-queue-words.ts';

type QueueRowsProps = { caption: string; rows: readonly QueueRow[]; sight: QueueSight };

function QueueTable({ caption, rows, sight }: QueueRowsProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const columns: Column<QueueRow>[] = [
    {
      key: 'choice',
      header: (
        <VisuallyHidden>
          <Trans>Choose the row</Trans>
        </VisuallyHidden>
      ),
      cell: (row) => <RowChoice row={row} sight={sight} />,
    },
    { key: 'firm', header: t`Firm`, isRowHeader: true, cell: (row) => <FirmName row={row} sight={sight} /> },
    { key: 'package', header: t`Package`, cell: ({ referral }) => referral && localise(referral.packageName) },
    {
      key: 'state',
      header: t`State`,
      cell: (row) => (
        <div className={styles.state}>
          <RowState row={row} sight={sight} />
        </div>
      ),
    },
    { key: 'assignee', header: t`Looked after by`, cell: (row) => <Assignee row={row} sight={sight} /> },
    {
      key: 'facts',
      header: t`About the firm`,
      cell: (row) => (
        <div className={styles.facts}>
          <FirmFacts row={row} />
        </div>
      ),
    },
    {
      key: 'levels',
      header: t`Levels`,
      cell: (row) => (
        <div className={styles.facts}>
          <Levels row={row} sight={sight} />
        </div>
      ),
    },
  ];
  const { key: sortedKey, sorted } = sortedColumn[sight.order];
  const marked = columns.map((column) => (column.key === sortedKey ? { ...column, sorted } : column));
  return <Table caption={caption} columns={marked} rows={rows} rowKey={rowKey} />;
}

function QueueCard({ row, sight }: { row: QueueRow; sight: QueueSight }) {
  const localise = useLocalised();
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>
          <FirmName row={row} sight={sight} />
        </h3>
        <RowChoice row={row} sight={sight} />
      </div>
      {row.referral !== null && (
        <p>
          <strong>{localise(row.referral.packageName)}</strong>
        </p>
      )}
      <RowState row={row} sight={sight} />
      {row.referral !== null && (
        <p className={styles.small}>
          <Trans>Looked after by</Trans>: <Assignee row={row} sight={sight} />
        </p>
      )}
      <div className={styles.cardFacts}>
        <div>
          <FirmFacts row={row} />
        </div>
        <div>
          <Levels row={row} sight={sight} />
        </div>
      </div>
    </li>
  );
}

function QueueCards({ caption, rows, sight }: QueueRowsProps) {
  const words = useQueueWords();
  const order = words.order(sight.order);
  return (
    <>
      <h2>{caption}</h2>
      <p className={styles.small}>
        <Trans>Order: {order}</Trans>
      </p>
      <ul className={styles.cards}>
        {rows.map((row) => (
          <QueueCard key={rowKey(row)} row={row} sight={sight} />
        ))}
      </ul>
    </>
  );
}

/** The rows: a table where there is room for one, else card by card. */
export function QueueRows(props: QueueRowsProps) {
  const isWide = useIsWide();
  return <div className={styles.rows}>{isWide ? <QueueTable {...props} /> : <QueueCards {...props} />}</div>;
}
