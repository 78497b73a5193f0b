import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { ActivityRow } from '#shared/contracts/follow-up.ts';
import {
  isInPortfolio,
  type PortfolioFilter,
  type PortfolioSum,
  sumAll,
  sumByFunding,
  sumByS3Area,
} from '#shared/domain/followup/portfolio.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { ActivityName } from './activity-name.tsx';
import { type LoadedActivities, portfolioFiles } from './api.ts';
import styles from './follow-up.module.css';
import { readFilter } from './follow-up-address.ts';
import { FollowUpFilter } from './follow-up-filter.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export type PortfolioHrefs = {
  newActivity: (organisationId: string) => string;
  activity: (organisationId: string, activityId: string) => string;
  step: (code: string) => string;
};
type PortfolioPageProps = {
  loaded: LoadedActivities;
  hrefs: PortfolioHrefs;
  /** One comes from an activity, which was withdrawn. */
  isWithdrawn: boolean;
};
type RowsProps = Pick<PortfolioPageProps, 'loaded' | 'hrefs'> & { rows: readonly ActivityRow[] };

function ActivityTable({ rows, loaded, hrefs }: RowsProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const { organisationId, frame } = loaded;
  return (
    <Table
      caption={t`Activities, in the order they were written down`}
      rows={rows}
      rowKey={({ activityId }) => activityId}
      columns={[
        {
          key: 'name',
          header: t`Activity`,
          isRowHeader: true,
          isRoomy: true,
          cell: (row) => <ActivityName row={row} organisationId={organisationId} hrefs={hrefs} />,
        },
        { key: 'region', header: t`Region`, cell: ({ organisationName }) => localise(organisationName) },
        {
          key: 'steps',
          header: t`Steps`,
          cell: ({ activity }) => (
            <span className={styles.named}>
              {activity.steps.map((code) => (
                <Link key={code} to={hrefs.step(code)}>
                  {code}
                </Link>
              ))}
            </span>
          ),
        },
        { key: 'status', header: t`Status`, cell: ({ activity }) => words.status(activity.status) },
        {
          key: 'period',
          header: t`Period`,
          isRoomy: true,
          cell: ({ activity }) => words.period(activity.from, activity.until),
        },
        { key: 'goals', header: t`Goals`, isRoomy: true, cell: ({ activity }) => activity.goals },
        {
          key: 'funding',
          header: t`Funding`,
          isRoomy: true,
          cell: ({ activity }) =>
            activity.funding.length === 0 ? (
              <Trans>not given</Trans>
            ) : (
              <ul className={styles.lines}>
                {activity.funding.map(({ tag, kronor }) => (
                  <li key={tag}>
                    {words.funding(tag)}: {kronor === null ? <Trans>amount not given</Trans> : words.kronor(kronor)}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 's3',
          header: t`S3 area`,
          isRoomy: true,
          cell: ({ activity: { s3Area } }) => (s3Area === null ? '–' : words.s3Area(frame.lists.s3Areas, s3Area)),
        },
      ]}
    />
  );
}

type SumRow = { readonly code: string; readonly name: string; readonly sum: PortfolioSum };

function SumTable({ caption, kind, rows }: { caption: string; kind: string; rows: readonly SumRow[] }) {
  const { t } = useLingui();
  const words = useFollowUpWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ code }) => code}
      isSum={({ code }) => code === 'all'}
      columns={[
        { key: 'name', header: kind, isRowHeader: true, cell: ({ name }) => name },
        { key: 'activities', header: t`Activities`, isNumeric: true, cell: ({ sum }) => sum.activities },
        { key: 'sum', header: t`Sum`, isNumeric: true, isRoomy: true, cell: ({ sum }) => words.sum(sum) },
      ]}
    />
  );
}

function Sums({ rows, loaded }: Omit<RowsProps, 'hrefs'>) {
  const { t } = useLingui();
  const words = useFollowUpWords();
  const { lists } = loaded.frame;
  const activities = rows.map(({ activity }) => activity);
  const byArea = sumByS3Area(
    activities,
    lists.s3Areas.map(({ code }) => code),
  ).filter(({ sum }) => sum.activities > 0);
  const areaOf = (code: string | null) => (code === null ? t`No S3 area` : words.s3Area(lists.s3Areas, code));
  return (
    <>
      <SumTable
        caption={t`By source of money`}
        kind={t`Funding`}
        rows={[
          ...sumByFunding(activities)
            .filter(({ sum }) => sum.activities > 0)
            .map(({ tag, sum }) => ({ code: tag, name: words.funding(tag), sum })),
          { code: 'all', name: t`All activities, each once`, sum: sumAll(activities) },
        ]}
      />
      <SumTable
        caption={t`By S3 area`}
        kind={t`S3 area`}
        rows={byArea.map(({ s3Area, sum }) => ({ code: s3Area ?? 'none', name: areaOf(s3Area), sum }))}
      />
      <p className={styles.small}>
        <Trans>
          Whole kronor, as far as they are given. An activity counts once in each source it has, and in one S3 area.
        </Trans>
        {lists.standing === 'proposal' && (
          <>
            {' '}
            <Trans>The list of S3 areas is a proposal until the regions have decided it.</Trans>
          </>
        )}
      </p>
    </>
  );
}

function Files({ organisationId, filter }: { organisationId: string; filter: PortfolioFilter }) {
  const language = useLanguage();
  return (
    <ul className={styles.files}>
      <li>
        <DownloadLink href={portfolioFiles.workbook(organisationId, filter, language)}>
          <Trans>Save these activities as a workbook (xlsx)</Trans>
        </DownloadLink>
      </li>
      <li>
        <DownloadLink href={portfolioFiles.table(organisationId, filter, language)}>
          <Trans>Save these activities as a table (CSV)</Trans>
        </DownloadLink>
      </li>
    </ul>
  );
}

function Withdrawn({ rows, loaded, hrefs }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <Details summary={<Trans>Withdrawn by your region ({rows.length})</Trans>}>
      <ul className={styles.lines}>
        {rows.map((row) => (
          <li key={row.activityId}>
            <ActivityName row={row} organisationId={loaded.organisationId} hrefs={hrefs} />
            <span className={styles.small}>{row.withdrawalReason}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Everything the regions have written down that they do, as one portfolio. */
export function PortfolioPage({ loaded, hrefs, isWithdrawn }: PortfolioPageProps) {
  const { t } = useLingui();
  const done = useDone(isWithdrawn ? t`The activity is withdrawn.` : undefined);
  const [parameters] = useSearchParams();
  const filter = readFilter(parameters);
  const { organisationId, regions, activities, frame } = loaded;
  const standing = activities.filter(({ withdrawalReason }) => withdrawalReason === null);
  const rows = standing.filter((row) => isInPortfolio(row, filter));
  const [shown, all] = [rows.length, standing.length];
  return (
    <Page width="results">
      <PageHeader
        title={t`Industrial portfolio`}
        lead={t`What the three regions do to carry out the strategy, with goals, money and S3 area, seen together.`}
      />
      <DoneNotice done={done} />
      <SimulatedNotice isSimulated={standing.some((row) => row.isSimulated)} />
      <ButtonRow>
        <ButtonLink to={hrefs.newActivity(organisationId)}>
          <Trans>Write down an activity</Trans>
        </ButtonLink>
      </ButtonRow>
      <FollowUpFilter
        filter={filter}
        frame={frame}
        fields={['region', 'county', 'priority', 'status', 'funding', 's3Area']}
        regions={regions}
        organisationId={organisationId}
      />
      {all === 0 ? (
        <EmptyState title={<Trans>No activity is written down yet</Trans>}>
          <p>
            <Trans>Each activity states its goals and the steps of the strategy that it is part of.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <p role="status">
            <Trans>
              {shown} of {all} activities
            </Trans>
          </p>
          {shown === 0 ? (
            <EmptyState title={<Trans>No activity fits what you have chosen</Trans>} />
          ) : (
            <>
              {rows.some(({ isOwn }) => !isOwn) && (
                <p className={styles.small}>
                  <Trans>
                    Your own region's activities are links, where they can be changed. The others only they can open.
                  </Trans>
                </p>
              )}
              <ActivityTable rows={rows} loaded={loaded} hrefs={hrefs} />
              <Files organisationId={organisationId} filter={filter} />
              <Section title={<Trans>Sums</Trans>}>
                <Sums rows={rows} loaded={loaded} />
              </Section>
            </>
          )}
        </>
      )}
      <Withdrawn
        rows={activities.filter(({ withdrawalReason }) => withdrawalReason !== null)}
        loaded={loaded}
        hrefs={hrefs}
      />
    </Page>
  );
}
