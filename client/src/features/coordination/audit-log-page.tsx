import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { AuditLog } from './api.ts';
import { AuditTable } from './audit-table.tsx';
import { AuditVerification } from './audit-verification.tsx';
import styles from './coordination.module.css';
import { type CoordinationHrefs, CoordinationNavigation } from './coordination-navigation.tsx';
import { useAuditWords } from './use-audit-words.ts';

function Filter({ actions }: { actions: readonly string[] }) {
  const { t } = useLingui();
  const words = useAuditWords();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('action') ?? '';
  const known = chosen === '' || actions.includes(chosen) ? actions : [...actions, chosen];
  const options = known
    .map((value) => ({ value, label: words.action(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <SelectField
      name="action"
      label={t`What`}
      width="half"
      value={chosen}
      options={[{ value: '', label: t`Everything` }, ...options]}
      onChange={({ currentTarget: { value } }) => setSearch(value === '' ? {} : { action: value })}
    />
  );
}

/** Older pages have an address of their own, so that one can come back to them and pass them on. */
function Paging({ log }: { log: AuditLog }) {
  const [search] = useSearchParams();
  const last = log.events.at(-1);
  const older = new URLSearchParams(search);
  if (last !== undefined) older.set('before', String(last.sequence));
  const newest = new URLSearchParams(search);
  newest.delete('before');
  return (
    <p className={styles.paging}>
      {search.has('before') && (
        <Link to={{ search: newest.toString() }}>
          <Trans>Show the newest</Trans>
        </Link>
      )}
      {log.hasMore && (
        <Link to={{ search: older.toString() }}>
          <Trans>Show older</Trans>
        </Link>
      )}
    </p>
  );
}

type AuditLogPageProps = { log: AuditLog; hrefs: CoordinationHrefs };

/** Who did what, and whether the log has been left alone. */
export function AuditLogPage({ log, hrefs }: AuditLogPageProps) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <CoordinationNavigation hrefs={hrefs} />
      <PageHeader
        title={t`Log`}
        lead={t`What has been done, by whom and when. It holds no names, addresses or answers: people and firms are identifiers.`}
      />
      <AuditVerification />
      <Section title={<Trans>Events</Trans>}>
        <Filter actions={log.actions} />
        {log.events.length === 0 ? (
          <EmptyState title={<Trans>No event here</Trans>}>
            <p>
              <Trans>Nothing of the kind has happened, or nothing older.</Trans>
            </p>
          </EmptyState>
        ) : (
          <AuditTable events={log.events} />
        )}
        <Paging log={log} />
      </Section>
    </Page>
  );
}
