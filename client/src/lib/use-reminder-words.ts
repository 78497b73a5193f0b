import { useLingui } from '@lingui/react/macro';
import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';

/** What came of reminding a firm, or would come of it. */
export function useReminderWords(): (outcome: ReminderOutcome) => string {
  const { t } = useLingui();
  const outcomes: Record<ReminderOutcome, string> = {
    done: t`Reminded`,
    'not-found': t`No longer lets you in`,
    'results-not-shared': t`Does not show you its results`,
    'not-due': t`Has done a round lately`,
    'reminded-lately': t`Was reminded within the last 30 days`,
    'nobody-to-tell': t`Nobody at the firm has an account`,
    'opted-out': t`Has said no to mail from you`,
  };
  return (outcome) => outcomes[outcome];
}
