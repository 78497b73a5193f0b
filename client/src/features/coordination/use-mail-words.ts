import { useLingui } from '@lingui/react/macro';
import type { OutboxMail } from '#shared/contracts/coordination.ts';

/** What the outbox's codes mean. A code without words is shown as it is. */
export function useMailWords() {
  const { t } = useLingui();
  const kinds: Partial<Record<string, string>> = {
    'sign-in-code': t`Code for signing in`,
    'new-sign-in': t`Somebody has signed in`,
    'factor-changed': t`Sign-in changed`,
    'firm-invitation': t`Invitation to a firm`,
    'organisation-invitation': t`Invitation to an organisation`,
    'role-changed': t`Role in a firm changed`,
    'consent-given': t`Receipt for a consent`,
    'consent-withdrawn': t`Receipt for a consent withdrawn`,
    'referral-moved': t`News of a request for contact`,
    'request-arrived': t`New request to a provider`,
    'requests-waiting': t`Requests that wait for a provider's answer`,
    'round-due': t`Reminder of the next round`,
    'contact-invitation': t`Invitation to an earlier contact`,
    'campaign-invitation': t`Invitation to a campaign`,
    'campaign-reminder': t`Reminder of a campaign`,
    'campaign-invitation-test': t`Invitation to a campaign, tried out`,
    'campaign-reminder-test': t`Reminder of a campaign, tried out`,
    'respondent-invitation': t`Invitation to answer a part`,
    'respondent-reminder': t`Reminder to answer a part`,
    'placement-invitation': t`Invitation to a group`,
    'request-invited': t`Invitation to a group, after a request`,
    'placement-news': t`News of a place in a group`,
    'webhook-paused': t`Webhook paused`,
    'result-shared': t`Link to a result`,
    'review-given': t`Review given to a firm`,
    'package-changed': t`A package was changed`,
    'meeting-summary': t`What was agreed at a meeting`,
    'erasure-decided': t`Decision on erasure`,
    'erasure-carried-out': t`Erasure carried out`,
    'account-expiring': t`Account about to be removed`,
  };
  const faults: Partial<Record<string, string>> = {
    'no-mail-server': t`No mail server is configured.`,
    unreachable: t`The mail server could not be reached.`,
    'no-secure-connection': t`The mail server offers no secure connection.`,
    'login-refused': t`The mail server does not accept the site's name and password.`,
    deferred: t`The mail server asks to be tried again later.`,
    'no-such-recipient': t`There is no such address.`,
    refused: t`The mail server did not take the mail.`,
    'no-answer': t`The mail server got the mail and has not said what became of it.`,
    interrupted: t`The server stopped while it was sending.`,
    'too-late': t`The time in which the mail was of use is over.`,
    'no-longer-needed': t`What the mail was about is over, so it is not needed.`,
    'behind-another': t`Another mail to the same firm was on its way. This one waits for what becomes of it.`,
    'not-composable': t`The mail could not be written. Report it: this is a fault of the product.`,
  };
  const statuses: Record<OutboxMail['status'], string> = {
    waiting: t`Waits`,
    sent: t`Sent`,
    failed: t`Failed`,
    unconfirmed: t`Unconfirmed`,
  };
  return {
    kind: (code: string) => kinds[code] ?? code,
    fault: (code: string) => faults[code] ?? code,
    status: (status: OutboxMail['status']) => statuses[status],
  };
}
