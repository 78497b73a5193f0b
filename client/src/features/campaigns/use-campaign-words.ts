import { useLingui } from '@lingui/react/macro';
import type { InviteeState, rowFaults } from '#shared/contracts/campaigns.ts';
import type { CampaignState, DateFault } from '#shared/domain/campaign/campaign-state.ts';
import { fieldAtFault, type InviteeField, type PlacingDoubt } from '#shared/domain/campaign/invitee-rows.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { useContactRowWords } from '../../lib/use-contact-row-words.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import type { TagTone } from '../../ui/tag/tag.tsx';

export const stateTones: Readonly<Record<CampaignState, TagTone>> = {
  draft: 'neutral',
  scheduled: 'info',
  open: 'success',
  grace: 'warning',
  closed: 'neutral',
  ended: 'neutral',
};

/** What the codes of a campaign mean. */
export function useCampaignWords() {
  const { t } = useLingui();
  const say = useProblemWords();
  const rows = useContactRowWords();
  const states: Record<CampaignState, string> = {
    draft: t`Draft`,
    scheduled: t`Opens later`,
    open: t`Open`,
    grace: t`Extra days`,
    closed: t`Closed`,
    ended: t`Ended early`,
  };
  const invitees: Record<InviteeState, string> = {
    waiting: t`Not invited yet`,
    invited: t`Invited`,
    undelivered: t`The mail did not get through`,
    begun: t`Has begun`,
    finished: t`Finished`,
    bounced: t`The mail came back`,
    'opted-out': t`Has said no`,
  };
  const fields: Record<InviteeField, string> = {
    ...rows.fields,
    municipality: t`Municipality`,
    branch: t`Branch`,
    sizeClass: t`Employees, or size class`,
  };
  const faults: Record<(typeof rowFaults)[number] | PlacingDoubt, string> = {
    ...rows.faults,
    'unknown-municipality': t`the municipality is none of the 41`,
    'unknown-branch': t`the branch is none of ours`,
    'unknown-size': t`the size is no number of employees and no size class`,
    'number-twice-in-file': t`the organisation number stands in the file already`,
    'own-staff': t`the address belongs to somebody who works with you`,
    'invited-often': t`the address has had two invitations from you in 30 days`,
    'in-campaign': t`the address is in the campaign already, or has had its mail`,
    'number-in-campaign': t`the organisation number is in the campaign already`,
  };
  const dates: Record<DateFault, string> = {
    'closes-before-opening': t`The last day comes before the first.`,
    'too-long': t`There is more than a year between the first day and the last.`,
    'opens-too-late': t`The first day is more than a year away.`,
    'closes-in-the-past': t`The last day has passed.`,
    'reminder-outside': t`A reminder lies outside the days of the campaign. The first can be the day after the first day.`,
    'reminder-twice': t`Two reminders lie on the same day.`,
  };
  const files: Record<string, string> = {
    'too-many-rows': t`The file has more than 10,000 rows. Divide it.`,
    'too-many-in-campaign': t`A campaign holds 10,000 firms. With these there would be more.`,
    'reminder-in-the-past': t`A reminder that is added lies tomorrow at the earliest.`,
    'too-many-reminders': t`There are four reminders at most, those that have gone out among them.`,
    'unknown-version': t`The version may not be answered any more. Choose another.`,
    'unknown-form': t`The version does not have the form. Choose another.`,
    'too-late-to-send': t`The last day is over at 21. Mail that is sent again now would come too late: give the campaign a later last day first.`,
    'too-late-to-invite': t`The last day is over at 21. Firms that are added now would not be invited: give the campaign a later last day first.`,
    'no-firms': t`There is no firm in the campaign yet.`,
    ...dates,
  };
  return {
    state: (state: CampaignState) => states[state],
    /** Once the campaign is over nobody waits any more. */
    invitee: (state: InviteeState, isOver = false) =>
      isOver && state === 'waiting' ? t`Was not invited` : invitees[state],
    field: (field: InviteeField) => fields[field],
    fault: (fault: keyof typeof faults) => faults[fault],
    faultAt: (fault: keyof typeof faults) => fieldAtFault[fault],
    dates: (fault: DateFault) => dates[fault],
    problem: (error: unknown) =>
      rows.problem(error) ?? Object.entries(files).find(([code]) => hasFault(error, code))?.[1] ?? say(error),
  };
}
