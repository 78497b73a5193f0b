import { useLingui } from '@lingui/react/macro';
import type { InviteeState, rowFaults } from '#shared/contracts/campaigns.ts';
import type { CampaignState, DateFault } from '#shared/domain/campaign/campaign-state.ts';
import type { InviteeField } from '#shared/domain/campaign/invitee-rows.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import type { TagTone } from '../../ui/tag/tag.tsx';

/** A file without a single character: nothing of it is sent. */
export class EmptyFile extends Error {}

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
    firmName: t`Firm`,
    email: t`E-mail`,
    organisationNumber: t`Organisation number`,
    contactName: t`Contact person`,
    telephone: t`Telephone (not kept)`,
    language: t`Language of the mail (sv or en)`,
    municipality: t`Municipality`,
    branch: t`Branch`,
    sizeClass: t`Employees, or size class`,
  };
  const faults: Record<(typeof rowFaults)[number], string> = {
    'no-firm-name': t`the name of the firm is missing`,
    'no-address': t`there is no e-mail address`,
    'faulty-address': t`the e-mail address is not one that mail can be sent to`,
    'faulty-number': t`the organisation number is wrong`,
    'personal-number': t`the number is a person's, which we do not keep`,
    'too-long': t`something is too long`,
    'faulty-language': t`the language is neither sv nor en`,
    'unknown-municipality': t`the municipality is none of the 41`,
    'unknown-branch': t`the branch is none of ours`,
    'unknown-size': t`the size is no number of employees and no size class`,
    'twice-in-file': t`the address stands in the file already`,
    'number-twice-in-file': t`the organisation number stands in the file already`,
    'in-campaign': t`the address is in the campaign already, or has had its mail`,
    'number-in-campaign': t`the organisation number is in the campaign already`,
    'opted-out': t`the address has said no to mail from you`,
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
    'not-xlsx': t`The file is not a workbook that we can read. Save it as XLSX or CSV.`,
    'not-csv': t`There is no table in the file.`,
    'no-table': t`There is no table in the file.`,
    'firm-and-address-needed': t`Say which columns hold the firm and the e-mail address.`,
    'too-many-reminders': t`There are four reminders at most, those that have gone out among them.`,
    'no-firms': t`There is no firm in the campaign yet.`,
    ...dates,
  };
  return {
    state: (state: CampaignState) => states[state],
    invitee: (state: InviteeState) => invitees[state],
    field: (field: InviteeField) => fields[field],
    fault: (fault: (typeof rowFaults)[number]) => faults[fault],
    dates: (fault: DateFault) => dates[fault],
    problem: (error: unknown) => {
      if (error instanceof EmptyFile) return t`The file is empty.`;
      return Object.entries(files).find(([code]) => hasFault(error, code))?.[1] ?? say(error);
    },
  };
}
