import { useLingui } from '@lingui/react/macro';
import { type Webhook, type WebhookDelivery, type WebhookFault, webhookLimits } from '#shared/contracts/webhooks.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

type Event = WebhookDelivery['event'];

/** What the codes of webhooks mean, and when something was. */
export function useWebhookWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const events: Record<Event, string> = {
    chosen: t`A firm asks for contact`,
    accepted: t`Request taken up`,
    started: t`Package started`,
    completed: t`Package completed`,
    discontinued: t`Package broken off`,
    declined: t`Request turned down`,
    'handed-over': t`Request passed on to another provider`,
    withdrawn: t`Request withdrawn by the firm`,
    test: t`Test`,
  };
  const statuses: Record<WebhookDelivery['status'], string> = {
    waiting: t`Waits`,
    delivered: t`Delivered`,
    failed: t`Failed`,
  };
  const faults: Record<WebhookFault, string> = {
    'not-public': t`The address leads to a network that is not public, so it is not called.`,
    unresolved: t`There is no such name on the internet.`,
    unreachable: t`The receiver cannot be reached, or broke off.`,
    'no-secure-connection': t`The certificate of the receiver does not hold.`,
    'too-slow': t`The receiver did not answer within ${webhookLimits.answerSeconds} seconds.`,
    redirected: t`The receiver points to another address. We follow nobody: give that address here.`,
    refused: t`The receiver did not take it.`,
    gone: t`The receiver answers that it is gone.`,
    interrupted: t`The server stopped while it was sending. It is tried again.`,
    'secret-lost': t`The secret cannot be read any more. Make a new one.`,
  };
  const pauses: Record<NonNullable<Webhook['pausedBecause']>, string> = {
    'by-hand': t`Paused by hand.`,
    failing: t`Paused, since nothing was taken for a day.`,
    gone: t`Paused, since the receiver answered that it is gone.`,
  };
  return {
    event: (event: Event) => events[event],
    status: ({ status, fault }: Pick<WebhookDelivery, 'status' | 'fault'>) =>
      status === 'waiting' && fault !== null ? t`Not taken yet` : statuses[status],
    fault: (fault: WebhookFault) => faults[fault],
    pause: (because: NonNullable<Webhook['pausedBecause']>) => pauses[because],
    moment: (at: string) => `${formatDate(new Date(at), language)} ${formatTime(new Date(at), language)}`,
  };
}
