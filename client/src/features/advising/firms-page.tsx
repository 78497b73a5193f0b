import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import styles from './advising.module.css';
import { FirmTable } from './firm-table.tsx';
import { type FirmOrder, firmOrders, useFirmList } from './use-firm-list.ts';
import { useFreshOnReturn } from './use-fresh-on-return.ts';

export type FirmsHrefs = { firm: (organisationId: string, firmId: string) => string };

function NoFirms() {
  return (
    <EmptyState title={<Trans>No firm has let you in yet</Trans>}>
      <p>
        <Trans>A firm does it itself, and in two ways:</Trans>
      </p>
      <ul>
        <li>
          <Trans>It asks for contact about one of your packages. You then see the request and whom to ask for.</Trans>
        </li>
        <li>
          <Trans>
            Whoever is responsible for the firm signs in, opens “Who sees us” and lets your organisation see the
            results.
          </Trans>
        </li>
      </ul>
      <p>
        <Trans>The firm can withdraw either at any time. It is then gone from here at once.</Trans>
      </p>
    </EmptyState>
  );
}

function FirmList({ firms, hrefs }: { firms: readonly LettingIn[]; hrefs: FirmsHrefs }) {
  const { t } = useLingui();
  const { search, setSearch, order, setOrder, shown } = useFirmList(firms);
  const orderWords: Record<FirmOrder, string> = { newest: t`Let in last, first`, name: t`Name` };
  const count = shown.length;
  return (
    <>
      <div className={styles.filter}>
        <TextField
          name="search"
          type="search"
          label={t`Search for a firm`}
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SelectField
          name="order"
          label={t`Order`}
          value={order}
          options={firmOrders.map((value) => ({ value, label: orderWords[value] }))}
          onChange={(event) => setOrder(event.currentTarget.value as FirmOrder)}
        />
      </div>
      <p role="status">
        <Plural value={count} one="# firm" other="# firms" />
      </p>
      {count === 0 ? (
        <EmptyState
          title={<Trans>No firm of that name</Trans>}
          action={
            <Button variant="secondary" onClick={() => setSearch('')}>
              <Trans>Show all</Trans>
            </Button>
          }
        />
      ) : (
        <FirmTable
          firms={shown}
          hasOrganisations={new Set(firms.map((each) => each.organisationId)).size > 1}
          hrefs={hrefs}
        />
      )}
    </>
  );
}

/** The firms that let the advisor's organisations in, now. */
export function FirmsPage({ firms, hrefs }: { firms: readonly LettingIn[]; hrefs: FirmsHrefs }) {
  const { t } = useLingui();
  useFreshOnReturn();
  return (
    <Page width="results">
      <PageHeader
        title={t`Firms that have let us in`}
        lead={t`Each firm decides for itself what you see, and for how long.`}
      />
      <Notice>
        <p>
          <Trans>Every time you open a firm it is written down: who, when and what. The firm sees that list.</Trans>
        </p>
      </Notice>
      {firms.length === 0 ? <NoFirms /> : <FirmList firms={firms} hrefs={hrefs} />}
    </Page>
  );
}
