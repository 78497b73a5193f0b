import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { LoadedReleases } from './api.ts';
import styles from './releases.module.css';
import { useReleaseWords } from './use-release-words.ts';

export type RegionReleasesHrefs = {
  newRelease: (organisationId: string, asRelease?: string) => string;
  newEffect: (organisationId: string, asRelease?: string) => string;
  release: (organisationId: string, releaseId: string) => string;
  regionOf: (organisationId: string) => string;
  published: (number: number) => string;
};

type RegionReleasesProps = { loaded: LoadedReleases; hrefs: RegionReleasesHrefs };

function ReleaseTable({
  loaded: { organisationId },
  rows,
  hrefs,
}: RegionReleasesProps & { rows: readonly ReleaseRow[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  return (
    <Table
      caption={t`Releases of the three regions, the newest first`}
      rows={rows}
      rowKey={({ releaseId }) => releaseId}
      columns={[
        {
          key: 'name',
          header: t`Name`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ releaseId, name, kind, isSimulated }) => (
            <span className={styles.named}>
              <Link to={hrefs.release(organisationId, releaseId)}>{localise(name)}</Link>
              {kind === 'effect' && (
                <Tag>
                  <Trans>Effect of support</Trans>
                </Tag>
              )}
              <SimulatedTag isSimulated={isSimulated} />
            </span>
          ),
        },
        {
          key: 'state',
          header: t`State`,
          isRoomy: true,
          cell: (row) => (
            <Tag
              tone={
                row.status === 'published'
                  ? 'success'
                  : row.isBlocked || row.status === 'failed'
                    ? 'warning'
                    : 'neutral'
              }
            >
              {words.state(row)}
            </Tag>
          ),
        },
        { key: 'period', header: t`Period`, isRoomy: true, cell: ({ periods }) => words.periods(periods) },
        { key: 'firms', header: t`Firms`, isRoomy: true, cell: ({ population }) => words.population(population) },
        { key: 'contents', header: t`Contents`, cell: (row) => words.contents(row) },
        { key: 'region', header: t`Built by`, cell: ({ organisationName }) => localise(organisationName) },
        {
          key: 'published',
          header: t`Public page`,
          isRoomy: true,
          cell: ({ number, publishedAt }) =>
            number === null || publishedAt === null ? (
              '–'
            ) : (
              <Link to={hrefs.published(number)}>
                {t`Release ${number}, ${formatDate(new Date(publishedAt), language)}`}
              </Link>
            ),
        },
      ]}
    />
  );
}

/** What came to nothing can be built again. */
function EndedTable({
  loaded: { organisationId },
  rows,
  hrefs,
}: RegionReleasesProps & { rows: readonly ReleaseRow[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  return (
    <Table
      caption={t`Stopped and dropped, the newest first`}
      rows={rows}
      rowKey={({ releaseId }) => releaseId}
      columns={[
        {
          key: 'name',
          header: t`Name`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ releaseId, name }) => <Link to={hrefs.release(organisationId, releaseId)}>{localise(name)}</Link>,
        },
        { key: 'state', header: t`State`, isRoomy: true, cell: (row) => words.state(row) },
        { key: 'period', header: t`Period`, isRoomy: true, cell: ({ periods }) => words.periods(periods) },
        {
          key: 'begun',
          header: t`Building begun`,
          isRoomy: true,
          cell: ({ createdAt }) => {
            const begun = new Date(createdAt);
            return `${formatDate(begun, language)} ${formatTime(begun, language)}`;
          },
        },
        {
          key: 'again',
          header: t`Build again`,
          isRoomy: true,
          cell: ({ kind, releaseId, name }) => {
            const named = localise(name);
            const again = kind === 'effect' ? hrefs.newEffect : hrefs.newRelease;
            return (
              <Link to={again(organisationId, releaseId)} aria-label={t`Build again with the same choices: ${named}`}>
                <Trans>Build again with the same choices</Trans>
              </Link>
            );
          },
        },
      ]}
    />
  );
}

/** What is published, what is being built, and where a new release begins. */
export function RegionReleases(props: RegionReleasesProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const { loaded, hrefs } = props;
  const { regions, organisationId, releases } = loaded;
  const isEnded = ({ status }: ReleaseRow) => status === 'cancelled' || status === 'dropped';
  const ended = releases.filter(isEnded);
  const current = releases.filter((each) => !isEnded(each));
  const endedCount = ended.length;
  const isPublished = releases.some(({ status }) => status === 'published');
  return (
    <>
      {regions.length > 1 && (
        <SelectField
          name="region"
          label={t`Region`}
          value={organisationId}
          options={regions.map((each) => ({ value: each.organisationId, label: localise(each.name) }))}
          onChange={(event) => void navigate(hrefs.regionOf(event.currentTarget.value))}
        />
      )}
      {!isPublished && (
        <EmptyState title={<Trans>No figures are published yet</Trans>}>
          <p>
            <Trans>
              Figures come as releases: counted on one day, from firms that have agreed to be counted, checked so that
              no single firm can be read out, and then never changed.
            </Trans>
          </p>
        </EmptyState>
      )}
      <ButtonRow>
        <ButtonLink to={hrefs.newRelease(organisationId)}>
          <Trans>Build a new release</Trans>
        </ButtonLink>
        <ButtonLink variant="secondary" to={hrefs.newEffect(organisationId)}>
          <Trans>Build a release on the effect of support</Trans>
        </ButtonLink>
      </ButtonRow>
      {releases.length > 0 && (
        <Section title={<Trans>Releases</Trans>}>
          {current.length > 0 && <ReleaseTable {...props} rows={current} />}
          {ended.length > 0 && (
            <Details summary={<Trans>Stopped and dropped: {endedCount}</Trans>}>
              <EndedTable {...props} rows={ended} />
            </Details>
          )}
        </Section>
      )}
    </>
  );
}
