import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { MeetingsAhead } from './api.ts';
import styles from './meetings.module.css';
import { useMeetingWords } from './use-meeting-words.ts';

type Coming = MeetingsAhead['meetings'][number];
type Overdue = MeetingsAhead['overdueSteps'][number];
type AheadHrefs = { meeting: (organisationId: string, firmId: string, meetingId: string) => string };

function Firm({ row, hrefs }: { row: Coming | Overdue; hrefs: AheadHrefs }) {
  const words = useFirmWords();
  return (
    <>
      <Link to={hrefs.meeting(row.organisationId, row.firmId, row.meetingId)}>{words.firm(row.firmName)}</Link>{' '}
      {row.isSimulated && <SimulatedFirmTag />}
    </>
  );
}

/** Two of them: a narrow screen has room for no more, and would have to be scrolled sideways. */
function usePlannedColumns(hrefs: AheadHrefs): Column<Coming>[] {
  const { t } = useLingui();
  const words = useMeetingWords();
  const today = words.day(new Date().toISOString());
  return [
    { key: 'firm', header: t`Firm`, isRowHeader: true, cell: (row) => <Firm row={row} hrefs={hrefs} /> },
    {
      key: 'when',
      header: t`When and where`,
      isRoomy: true,
      cell: ({ startsAt, minutes, place }) => (
        <>
          {words.moment(startsAt)}, {words.minutes(minutes)}{' '}
          {words.day(startsAt) === today && (
            <Tag tone="success">
              <Trans>Today</Trans>
            </Tag>
          )}
          {place !== '' && <p className={styles.beside}>{place}</p>}
        </>
      ),
    },
  ];
}

function ComingMeetings({ meetings, hrefs }: { meetings: readonly Coming[]; hrefs: AheadHrefs }) {
  const { t } = useLingui();
  const columns = usePlannedColumns(hrefs);
  return (
    <Section title={<Trans>Coming meetings</Trans>}>
      {meetings.length === 0 ? (
        <EmptyState title={<Trans>No meeting is planned</Trans>}>
          <p>
            <Trans>A meeting is planned on the page of the firm.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Table
          caption={t`The next one first`}
          columns={columns}
          rows={meetings}
          rowKey={({ meetingId }) => meetingId}
        />
      )}
    </Section>
  );
}

/** Nothing follows from a meeting that nobody has closed: no summary, and no step that anybody is reminded of. */
function UnclosedMeetings({ meetings, hrefs }: { meetings: readonly Coming[]; hrefs: AheadHrefs }) {
  const { t } = useLingui();
  const columns = usePlannedColumns(hrefs);
  if (meetings.length === 0) return null;
  return (
    <Section
      title={<Trans>Meetings whose time has passed</Trans>}
      lead={<Trans>Open each and say whether it was held, or give it a new time.</Trans>}
    >
      <Table caption={t`The latest first`} columns={columns} rows={meetings} rowKey={({ meetingId }) => meetingId} />
    </Section>
  );
}

function OverdueSteps({ steps, hrefs }: { steps: readonly Overdue[]; hrefs: AheadHrefs }) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const columns: Column<Overdue>[] = [
    { key: 'firm', header: t`Firm`, isRowHeader: true, cell: (row) => <Firm row={row} hrefs={hrefs} /> },
    {
      key: 'what',
      header: t`What was agreed`,
      cell: ({ what, owner }) => (
        <>
          {what}
          <p className={styles.beside}>{owner === 'firm' ? t`The firm’s` : t`Our own`}</p>
        </>
      ),
    },
    { key: 'due', header: t`To be done by`, cell: ({ dueOn }) => words.day(dueOn) },
  ];
  return (
    <Section title={<Trans>Steps whose day has passed</Trans>}>
      {steps.length === 0 ? (
        <EmptyState title={<Trans>Nothing is overdue</Trans>} />
      ) : (
        <Table
          caption={t`The oldest first`}
          columns={columns}
          rows={steps}
          rowKey={({ meetingId, what, dueOn }) => `${meetingId} ${dueOn} ${what}`}
        />
      )}
    </Section>
  );
}

/** The meetings ahead, and what was agreed and has not been done in time. */
export function AheadPage({ ahead, hrefs }: { ahead: MeetingsAhead; hrefs: AheadHrefs }) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <PageHeader
        title={t`Meetings`}
        lead={t`The meetings of your organisation with firms that let it in, and what was agreed in them.`}
      />
      <p className={styles.counts}>
        <span>
          <strong>{ahead.meetings.length}</strong>{' '}
          <Plural value={ahead.meetings.length} one="coming meeting" other="coming meetings" />
        </span>
        {ahead.unclosed.length > 0 && (
          <span>
            <strong>{ahead.unclosed.length}</strong>{' '}
            <Plural value={ahead.unclosed.length} one="meeting to close" other="meetings to close" />
          </span>
        )}
        <span>
          <strong>{ahead.overdueSteps.length}</strong>{' '}
          <Plural value={ahead.overdueSteps.length} one="overdue step" other="overdue steps" />
        </span>
      </p>
      <ComingMeetings meetings={ahead.meetings} hrefs={hrefs} />
      <UnclosedMeetings meetings={ahead.unclosed} hrefs={hrefs} />
      <OverdueSteps steps={ahead.overdueSteps} hrefs={hrefs} />
    </Page>
  );
}
