import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { ActivityRow, FollowUpFrame } from '#shared/contracts/follow-up.ts';
import { type StepRow as FollowedRow, followSteps } from '#shared/domain/followup/follow-steps.ts';
import { priorityOf } from '#shared/domain/followup/portfolio.ts';
import { stateOfEdition, stepStates } from '#shared/domain/followup/step-state.ts';
import { formatDay } from '../../lib/format.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { PartLinks } from '../../ui/navigation/part-links.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActivityName } from './activity-name.tsx';
import type { LoadedActivities } from './api.ts';
import styles from './follow-up.module.css';
import { readFilter } from './follow-up-address.ts';
import { FollowUpFilter } from './follow-up-filter.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export type StepsHrefs = {
  newActivity: (organisationId: string, step?: string) => string;
  activity: (organisationId: string, activityId: string) => string;
  package: (packageCode: string) => string;
  step: (code: string) => string;
};
type StepRow = FollowedRow<ActivityRow, FollowUpFrame['packages'][number], FollowUpFrame['editions'][number]>;
type StepsPageProps = { loaded: LoadedActivities; hrefs: StepsHrefs };

function StepActivities({ row, organisationId, hrefs }: { row: StepRow; organisationId: string; hrefs: StepsHrefs }) {
  const localise = useLocalised();
  const words = useFollowUpWords();
  if (row.activities.length === 0) return <Trans>None written down.</Trans>;
  return (
    <ul className={styles.lines}>
      {row.activities.map((each) => (
        <li key={each.activityId}>
          <ActivityName row={each} organisationId={organisationId} hrefs={hrefs} />
          <span className={styles.small}>
            {words.status(each.activity.status)}, {words.period(each.activity.from, each.activity.until)}.{' '}
            {localise(each.organisationName)}
            {each.activity.project !== null && `. ${each.activity.project.name}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StepPackages({ row, hrefs }: { row: StepRow; hrefs: StepsHrefs }) {
  const localise = useLocalised();
  const { packages } = row;
  if (packages.length === 0) return <Trans>No package in the catalogue leads here.</Trans>;
  return (
    <Details summary={<Plural value={packages.length} one="# package" other="# packages" />}>
      <ul className={styles.lines}>
        {packages.map(({ code, name, isOffered }) => (
          <li key={code}>
            {isOffered ? <Link to={hrefs.package(code)}>{localise(name)}</Link> : localise(name)}
            {!isOffered && (
              <span className={styles.small}>
                {' '}
                <Trans>no longer offered</Trans>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function StepEditions({ row, frame }: { row: StepRow; frame: FollowUpFrame }) {
  const localise = useLocalised();
  const words = useFollowUpWords();
  const { editions } = row;
  if (editions.length === 0) return <Trans>None.</Trans>;
  const nameOf = (code: string) => frame.packages.find((each) => each.code === code)?.name;
  const begun = editions.filter((edition) => stateOfEdition(edition, frame.today) === 'started').length;
  return (
    <Details
      summary={
        <Trans>
          <Plural value={editions.length} one="# group" other="# groups" />, {begun} of them held or under way
        </Trans>
      }
    >
      <ul className={styles.lines}>
        {editions.map(({ packageCode, provider, startsOn, endsOn, county, isSimulated }, place) => {
          const name = nameOf(packageCode);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identifier here, and never move.
            <li key={place}>
              <span className={styles.named}>
                {name === undefined ? packageCode : localise(name)}
                <SimulatedTag isSimulated={isSimulated} />
              </span>
              <span className={styles.small}>
                {words.period(startsOn, endsOn)}. {localise(provider)},{' '}
                {county === null ? <Trans>online</Trans> : words.county(county)}
              </span>
            </li>
          );
        })}
      </ul>
    </Details>
  );
}

const tones = { started: 'success', stopped: 'warning', planned: 'info', 'not-started': 'neutral' } as const;

function StepCard({ row, loaded, hrefs }: StepsPageProps & { row: StepRow }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const { organisationId, frame } = loaded;
  const { state, since, isOngoing } = row.followed;
  const day = since === null ? '' : formatDay(since, language);
  return (
    <Panel>
      <div className={styles.step}>
        <h3 className={styles.named}>
          <Link to={hrefs.step(row.code)}>
            {row.code} {localise(row.name)}
          </Link>
          <Tag tone={tones[state]}>{words.followed(row.followed)}</Tag>
        </h3>
        {state === 'started' && (
          <p>
            {isOngoing ? (
              <Trans>Since {day}, and under way.</Trans>
            ) : (
              <Trans>Since {day}. Nothing goes on right now.</Trans>
            )}
          </p>
        )}
        {state === 'stopped' && (
          <p>
            <Trans>Began on {day}, and was stopped before it was done. It does not count as started.</Trans>
          </p>
        )}
        {state === 'planned' && (
          <p>
            {(since ?? '') > frame.today ? (
              <Trans>Is to begin on {day}.</Trans>
            ) : (
              <Trans>Was to begin on {day}, and nothing says that it has.</Trans>
            )}
          </p>
        )}
        <dl className={styles.parts}>
          <div>
            <dt>{t`Activities`}</dt>
            <dd>
              <StepActivities row={row} organisationId={organisationId} hrefs={hrefs} />
            </dd>
          </div>
          <div>
            <dt>{t`Packages`}</dt>
            <dd>
              <StepPackages row={row} hrefs={hrefs} />
            </dd>
          </div>
          <div>
            <dt>{t`Groups`}</dt>
            <dd>
              <StepEditions row={row} frame={frame} />
            </dd>
          </div>
        </dl>
        {(state === 'not-started' || state === 'stopped') && (
          <p>
            <Link to={hrefs.newActivity(organisationId, row.code)}>
              <Trans>Write down an activity for {row.code}</Trans>
            </Link>
          </p>
        )}
      </div>
    </Panel>
  );
}

function Counts({ rows }: { rows: readonly StepRow[] }) {
  const words = useFollowUpWords();
  return (
    <ul className={styles.counts}>
      {stepStates.map((state) => (
        <li key={state}>
          {words.state(state)}: <strong>{rows.filter(({ followed }) => followed.state === state).length}</strong>
        </li>
      ))}
    </ul>
  );
}

/** The strategy's steps in its order: which have started, since when and with what. */
export function StepsPage({ loaded, hrefs }: StepsPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [parameters] = useSearchParams();
  const filter = readFilter(parameters);
  const { organisationId, regions, activities, frame } = loaded;
  const rows = followSteps(loaded, filter);
  const started = rows.filter(({ followed }) => followed.state === 'started').length;
  const all = rows.length;
  const priorities = frame.priorities.filter(({ code }) => rows.some((row) => priorityOf(row.code) === code));
  useFocusOnHash();
  const kept = activities.filter(({ withdrawalReason }) => withdrawalReason === null);
  const isSimulated = [...kept, ...frame.editions].some((each) => each.isSimulated);
  return (
    <Page width="results">
      <PageHeader
        title={t`${started} of ${all} steps have started`}
        documentTitle={t`The strategy's steps`}
        lead={t`A step has started as soon as one activity has, or one group of a package that leads to it. What has started stays so, also when it has ended. What was stopped before it was done does not count.`}
      />
      <SimulatedNotice isSimulated={isSimulated} />
      <FollowUpFilter
        filter={filter}
        frame={frame}
        fields={['region', 'county', 'priority']}
        regions={regions}
        organisationId={organisationId}
      />
      {filter.region !== undefined && (
        <p>
          <Trans>
            Only what the region has written down decides here: groups are held by providers, for all regions.
          </Trans>
        </p>
      )}
      <Counts rows={rows} />
      {priorities.length > 1 && (
        <PartLinks parts={priorities.map(({ code, name }) => ({ id: code, name: `${code} ${localise(name)}` }))} />
      )}
      <ButtonRow>
        <ButtonLink to={hrefs.newActivity(organisationId)}>
          <Trans>Write down an activity</Trans>
        </ButtonLink>
      </ButtonRow>
      {kept.length === 0 && (
        <EmptyState title={<Trans>No activity is written down yet</Trans>}>
          <p>
            <Trans>
              Packages and groups come from the catalogue by themselves. What else the regions do, by projects of their
              own or others', is written down here.
            </Trans>
          </p>
        </EmptyState>
      )}
      {priorities.map(({ code, name }) => (
        <Section key={code} id={code} title={`${code} ${localise(name)}`}>
          <ul className={styles.steps}>
            {rows
              .filter((row) => priorityOf(row.code) === code)
              .map((row) => (
                <li key={row.code}>
                  <StepCard row={row} loaded={loaded} hrefs={hrefs} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
