import { Trans, useLingui } from '@lingui/react/macro';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type MeetingListProps = {
  meetings: readonly Meeting[];
  hrefs: { plan: string; meeting: (meetingId: string) => string };
};

function Steps({ meeting }: { meeting: Meeting }) {
  const agreed = meeting.steps.filter((step) => isAgreed(step) && step.dropped === null);
  const done = agreed.filter(({ doneAt }) => doneAt !== null).length;
  const count = agreed.length;
  if (count === 0) return null;
  return (
    <Trans>
      {done} of {count} done
    </Trans>
  );
}

/** The meetings with one firm, and the way to plan another. */
export function MeetingList({ meetings, hrefs }: MeetingListProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const columns: Column<Meeting>[] = [
    {
      key: 'when',
      header: t`When`,
      isRowHeader: true,
      isRoomy: true,
      cell: ({ meetingId, startsAt }) => <Link to={hrefs.meeting(meetingId)}>{words.moment(startsAt)}</Link>,
    },
    { key: 'purpose', header: t`What for`, cell: ({ purpose }) => purpose },
    { key: 'status', header: t`State`, cell: ({ status }) => words.status(status) },
    { key: 'steps', header: t`Agreed`, cell: (meeting) => <Steps meeting={meeting} /> },
  ];
  return (
    <Section title={<Trans>Meetings</Trans>}>
      {meetings.length === 0 ? (
        <EmptyState title={<Trans>No meeting has been planned with the firm</Trans>} />
      ) : (
        <Table
          caption={t`Our meetings with the firm`}
          columns={columns}
          rows={meetings}
          rowKey={({ meetingId }) => meetingId}
        />
      )}
      <p>
        <ButtonLink to={hrefs.plan} variant="secondary">
          <Trans>Plan a meeting</Trans>
        </ButtonLink>
      </p>
    </Section>
  );
}
