import { Trans } from '@lingui/react/macro';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import styles from './follow-up.module.css';
import { changedFacts, type WordedFact } from './use-activity-facts.ts';

export type HistoryRow = {
  readonly revision: number;
  readonly changedAt: string;
  readonly personName: string | null;
  readonly withdrawalReason: string | null;
  readonly facts: readonly WordedFact[];
};

function What({ row, earlier }: { row: HistoryRow; earlier: HistoryRow | undefined }) {
  if (row.withdrawalReason !== null) return <Trans>Withdrawn: {row.withdrawalReason}</Trans>;
  if (earlier === undefined) return <Trans>Written down.</Trans>;
  const changes = changedFacts(earlier.facts, row.facts);
  if (changes.length === 0) return <Trans>Saved without a change.</Trans>;
  return <Facts facts={changes} />;
}

/** Everything an entry has been, the newest first; of each change what it came to be. */
export function EntryHistory({ rows }: { rows: readonly HistoryRow[] }) {
  const language = useLanguage();
  return (
    <Details summary={<Trans>Changes ({rows.length})</Trans>}>
      <ol className={styles.lines} reversed>
        {rows.map((row, place) => {
          const at = new Date(row.changedAt);
          const [day, time] = [formatDate(at, language), formatTime(at, language)];
          return (
            <li key={row.revision} className={styles.value}>
              <span className={styles.small}>
                {row.personName === null ? (
                  <Trans>
                    {day} at {time}
                  </Trans>
                ) : (
                  <Trans>
                    {day} at {time}, {row.personName}
                  </Trans>
                )}
              </span>
              <What row={row} earlier={rows[place + 1]} />
            </li>
          );
        })}
      </ol>
    </Details>
  );
}
