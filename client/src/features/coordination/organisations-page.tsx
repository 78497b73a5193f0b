import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { OrganisationSummary } from '#shared/contracts/coordination.ts';
import { placeKinds } from '#shared/domain/access/roles.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { type CoordinationHrefs, CoordinationNavigation } from './coordination-navigation.tsx';

export type OrganisationsHrefs = CoordinationHrefs & { organisation: (organisationId: string) => string };

function OrganisationTable({
  organisations,
  hrefs,
}: {
  organisations: readonly OrganisationSummary[];
  hrefs: OrganisationsHrefs;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useRoleWords();
  const columns: Column<OrganisationSummary>[] = [
    {
      key: 'name',
      header: t`Name`,
      isRowHeader: true,
      cell: ({ organisationId, name, isClosed }) => (
        <>
          <Link to={hrefs.organisation(organisationId)}>{localise(name)}</Link>{' '}
          {isClosed && (
            <Tag tone="warning">
              <Trans>Closed</Trans>
            </Tag>
          )}
        </>
      ),
    },
    { key: 'kind', header: t`Kind`, cell: ({ kind }) => words.kind(kind) },
    {
      key: 'people',
      header: t`Staff`,
      isNumeric: true,
      cell: ({ memberCount }) => formatNumber(memberCount, language),
    },
  ];
  return (
    <Table
      caption={t`Organisations`}
      columns={columns}
      rows={organisations}
      rowKey={({ organisationId }) => organisationId}
    />
  );
}

/** Which kind is shown, as the address says; a kind that does not exist is none. */
function useKind() {
  const [search, setSearch] = useSearchParams();
  const kind = placeKinds.find((each) => each === search.get('kind'));
  const choose = (value: string) => setSearch(value === '' ? {} : { kind: value }, { replace: true });
  return { kind, choose };
}

function Filter({
  organisations,
  hrefs,
}: {
  organisations: readonly OrganisationSummary[];
  hrefs: OrganisationsHrefs;
}) {
  const { t } = useLingui();
  const words = useRoleWords();
  const { kind, choose } = useKind();
  const shown = organisations.filter((each) => kind === undefined || each.kind === kind);
  const count = shown.length;
  return (
    <>
      <SelectField
        name="kind"
        label={t`Kind`}
        width="half"
        value={kind ?? ''}
        options={[
          { value: '', label: t`All kinds` },
          ...placeKinds.filter((each) => each !== 'firm').map((value) => ({ value, label: words.kind(value) })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <p role="status">
        <Plural value={count} one="# organisation" other="# organisations" />
      </p>
      {count === 0 ? (
        <EmptyState title={<Trans>There is no organisation of that kind</Trans>} />
      ) : (
        <OrganisationTable organisations={shown} hrefs={hrefs} />
      )}
    </>
  );
}

type OrganisationsPageProps = {
  organisations: readonly OrganisationSummary[];
  /** The reader looks after the whole site, not only an own organisation. */
  isAdministrator: boolean;
  hrefs: OrganisationsHrefs;
};

/** The organisations that the reader looks after. */
export function OrganisationsPage({ organisations, isAdministrator, hrefs }: OrganisationsPageProps) {
  const { t } = useLingui();
  const lead = isAdministrator
    ? t`Those who give support, the regions, and the coordination. Firms look after their own people.`
    : t`The organisations whose people you look after.`;
  return (
    <Page width="results">
      {isAdministrator && <CoordinationNavigation hrefs={hrefs} />}
      <PageHeader title={t`Organisations`} lead={lead} />
      {isAdministrator && <Filter organisations={organisations} hrefs={hrefs} />}
      {!isAdministrator && organisations.length > 0 && (
        <OrganisationTable organisations={organisations} hrefs={hrefs} />
      )}
      {!isAdministrator && organisations.length === 0 && (
        <EmptyState title={<Trans>There is no organisation that you look after</Trans>} />
      )}
    </Page>
  );
}
