import { useLingui } from '@lingui/react/macro';
import type { ContactRowFault, InvitationOutcome } from '#shared/contracts/outreach.ts';
import type { ContactField } from '#shared/domain/outreach/contact-rows.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { useContactRowWords } from '../../lib/use-contact-row-words.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useReminderWords } from '../../lib/use-reminder-words.ts';

/** What the codes of contacts and reminders mean. */
export function useOutreachWords() {
  const { t } = useLingui();
  const say = useProblemWords();
  const reminder = useReminderWords();
  const rows = useContactRowWords();
  const invitations: Record<InvitationOutcome, string> = {
    done: t`Invited`,
    'not-found': t`No longer there`,
    'invited-lately': t`Was invited within the last 60 days`,
    'opted-out': t`Has said no`,
  };
  return {
    field: (field: ContactField) => rows.fields[field],
    fault: (fault: ContactRowFault) => rows.faults[fault],
    invitation: (outcome: InvitationOutcome) => invitations[outcome],
    reminder,
    problem: (error: unknown) => {
      if (hasFault(error, 'too-many-rows')) return t`The file has more than 5,000 rows. Divide it.`;
      return rows.problem(error) ?? say(error);
    },
  };
}
