import { Trans, useLingui } from '@lingui/react/macro';
import type { PackageHistory } from '#shared/contracts/catalogue.ts';
import { differencesBetween, type FieldDifference } from '#shared/domain/routing/drafting/merge-packages.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './catalogue.module.css';
import { useWorkshop } from './catalogue-context.tsx';
import { FieldValue } from './field-value.tsx';
import { useFieldWords } from './use-field-words.ts';

type Change = PackageHistory['changes'][number];

function useKindWords(): Readonly<Record<Change['kind'], string>> {
  const { t } = useLingui();
  return {
    added: t`Added`,
    changed: t`Changed`,
    'taken-out': t`Taken out of use`,
    'brought-back': t`Brought back into use`,
    removed: t`Removed by a release`,
  };
}

function Who({ change }: { change: Change }) {
  const localise = useLocalised();
  if (change.organisation === null) return <Trans>Came with a release of Måttstock.</Trans>;
  const organisation = localise(change.organisation);
  const { person } = change;
  return person === null ? (
    <Trans>Published by {organisation}.</Trans>
  ) : (
    <Trans>
      Published by {person}, {organisation}.
    </Trans>
  );
}

function Differences({ change }: { change: Change }) {
  const { t } = useLingui();
  const fieldWords = useFieldWords();
  const { before, after } = change;
  if (before === null || after === null) return null;
  const rows = differencesBetween(before, after);
  if (rows.length === 0) return null;
  return (
    <Table<FieldDifference>
      caption={t`What was changed`}
      rows={rows}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', header: t`Field`, isRowHeader: true, cell: ({ field }) => fieldWords[field] },
        {
          key: 'before',
          header: t`Before`,
          cell: ({ field, before: was }) => <FieldValue field={field} value={was} />,
        },
        { key: 'after', header: t`After`, cell: ({ field, after: is }) => <FieldValue field={field} value={is} /> },
      ]}
    />
  );
}

/** What became of one package: who, when, and from what to what. */
export function HistoryPage({ packageCode, history }: { packageCode: string; history: PackageHistory }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { hrefs } = useWorkshop();
  const kindWords = useKindWords();
  const [last] = history.changes;
  const oldest = history.changes.at(-1);
  const name = (last?.after ?? last?.before)?.name[language] ?? packageCode;
  const isOffered = last?.after !== null && last?.after?.isOutOfUse !== true;
  return (
    <Page width="results">
      <BackLink to={hrefs.list}>
        <Trans>All packages</Trans>
      </BackLink>
      <PageHeader
        title={name}
        documentTitle={t`History: ${name}`}
        lead={t`What has been published of the package, newest first.`}
      >
        {isOffered && (
          <p>
            <ButtonLink variant="secondary" to={hrefs.package(packageCode)}>
              <Trans>See the page that firms see</Trans>
            </ButtonLink>
          </p>
        )}
      </PageHeader>
      {history.changes.map((change) => {
        const moment = new Date(change.publishedAt);
        const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
        const number = change.versionNumber;
        return (
          <Section key={number} title={`${kindWords[change.kind]} ${when}`}>
            <p>
              <Who change={change} /> <Trans>Version {number} of the catalogue.</Trans>
              {change.othersAsked && (
                <>
                  {' '}
                  <Trans>They said that the others who give the package had been asked.</Trans>
                </>
              )}
            </p>
            <div className={styles.tight}>
              <Differences change={change} />
            </div>
          </Section>
        );
      })}
      {history.hasMore && oldest !== undefined && (
        <p>
          <ButtonLink variant="secondary" to={`?before=${oldest.versionNumber}`}>
            <Trans>Older changes</Trans>
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}
