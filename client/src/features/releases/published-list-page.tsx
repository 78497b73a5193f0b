import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { CatalogueLink } from './download-part.tsx';
import { PagesOfRelease } from './pages-of-release.tsx';
import styles from './releases.module.css';
import { useReleaseWords } from './use-release-words.ts';

export type PublishedListHrefs = Readonly<Record<'release' | 'gaps' | 'collaboration', (number: number) => string>> & {
  method: string;
};
type PublishedListProps = { releases: readonly PublishedReleaseRow[]; hrefs: PublishedListHrefs };
type PublishedListPageProps = PublishedListProps & {
  /** Says what is still to come. */
  children?: ReactNode | undefined;
  /** Something is to come, so that nothing is no news. */
  isAwaited?: boolean | undefined;
};

function PublishedTable({ releases, hrefs }: PublishedListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  return (
    <Table
      caption={t`Published releases, the newest first`}
      rows={releases}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'number', header: t`Release no.`, cell: ({ number }) => number },
        {
          key: 'name',
          header: t`Name`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ number, name, kind, isSimulated }) => (
            <span className={styles.named}>
              <Link to={hrefs.release(number)}>{localise(name)}</Link>
              {kind === 'effect' && (
                <Tag>
                  <Trans>Effect of support</Trans>
                </Tag>
              )}
              <SimulatedTag isSimulated={isSimulated} />
            </span>
          ),
        },
        { key: 'period', header: t`Period`, isRoomy: true, cell: ({ periods }) => words.periods(periods) },
        { key: 'firms', header: t`Firms`, isRoomy: true, cell: ({ population }) => words.population(population) },
        {
          key: 'contents',
          header: t`Contents`,
          isRoomy: true,
          cell: (row) => (
            <>
              {words.contents(row)}
              <PagesOfRelease number={row.number} tells={row.tells} hrefs={hrefs} isShort />
            </>
          ),
        },
        {
          key: 'published',
          header: t`Published`,
          isRoomy: true,
          cell: ({ publishedAt }) => formatDate(new Date(publishedAt), language),
        },
        { key: 'by', header: t`By`, cell: ({ organisationName }) => localise(organisationName) },
      ]}
    />
  );
}

/** What the regions have published, for everybody. */
export function PublishedListPage({ releases, hrefs, children, isAwaited = false }: PublishedListPageProps) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <PageHeader
        title={t`Figures`}
        lead={t`What firms in Värmland, Dalarna and Gävleborg have answered, counted so that no single firm can be read out.`}
      />
      {children}
      {releases.length === 0 && !isAwaited && (
        <EmptyState title={<Trans>No figures are published yet</Trans>}>
          <p>
            <Trans>
              Figures come as releases: counted on one day, from firms that have agreed to be counted, checked so that
              no single firm can be read out, and then never changed.
            </Trans>
          </p>
        </EmptyState>
      )}
      {releases.length > 0 && <PublishedTable releases={releases} hrefs={hrefs} />}
      <CatalogueLink />
      <p>
        <Link to={hrefs.method}>
          <Trans>How we measure, and how the firms are protected</Trans>
        </Link>
      </p>
    </Page>
  );
}
