import { useLingui } from '@lingui/react/macro';
import { type Column, Table } from '../../ui/table/table.tsx';
import type { AuditEvent } from './api.ts';
import styles from './coordination.module.css';
import { useAuditDetailWords } from './use-audit-detail-words.ts';
import { useAuditWords } from './use-audit-words.ts';
import { useMoment } from './use-moment.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shownLength = 8;

/** The end of an identifier tells it from others: it begins with the time, which many share. */
const shorten = (id: string) => (uuid.test(id) ? `…${id.slice(-shownLength)}` : id);

/** All of an identifier can be had by pointing at it. */
function Short({ id }: { id: string }) {
  return (
    <code title={id} className={styles.code}>
      {shorten(id)}
    </code>
  );
}

function Detail({ detail }: { detail: AuditEvent['detail'] }) {
  const words = useAuditDetailWords();
  const parts = Object.entries(detail).map(
    ([name, value]) => `${words.name(name)}: ${shorten(words.value(name, value))}`,
  );
  return <span className={styles.detail}>{parts.join(', ')}</span>;
}

/** Events of the log, newest first. */
export function AuditTable({ events }: { events: readonly AuditEvent[] }) {
  const { t } = useLingui();
  const words = useAuditWords();
  const moment = useMoment();
  const columns: Column<AuditEvent>[] = [
    { key: 'sequence', header: t`No.`, isNumeric: true, cell: ({ sequence }) => sequence },
    {
      key: 'when',
      header: t`When`,
      cell: ({ occurredAt }) => <span className={styles.when}>{moment(occurredAt)}</span>,
    },
    { key: 'what', header: t`What`, isRowHeader: true, cell: ({ action }) => words.action(action) },
    {
      key: 'who',
      header: t`Who`,
      cell: ({ actorPersonId }) => (actorPersonId === null ? t`nobody signed in` : <Short id={actorPersonId} />),
    },
    {
      key: 'object',
      header: t`Concerns`,
      cell: ({ objectKind, objectId }) => (
        <>
          {words.object(objectKind)} <Short id={objectId} />
        </>
      ),
    },
    {
      key: 'detail',
      header: t`Detail`,
      cell: ({ detail }) => <Detail detail={detail} />,
    },
  ];
  return (
    <Table
      caption={t`Events, newest first`}
      columns={columns}
      rows={events}
      rowKey={({ sequence }) => String(sequence)}
    />
  );
}
