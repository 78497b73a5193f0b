import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { WebhookDelivery } from '#shared/contracts/webhooks.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useWebhookProblemWords } from './use-webhook-problem-words.ts';
import { useWebhookWords } from './use-webhook-words.ts';
import styles from './webhooks.module.css';

const toneOf: Record<WebhookDelivery['status'], TagTone> = { waiting: 'info', delivered: 'success', failed: 'warning' };

function State({ delivery }: { delivery: WebhookDelivery }) {
  const words = useWebhookWords();
  const { status, attempts, nextAttemptAt, responseCode, fault } = delivery;
  const next = nextAttemptAt === null ? '' : words.moment(nextAttemptAt);
  return (
    <>
      <p>
        <Tag tone={status === 'waiting' && fault !== null ? 'warning' : toneOf[status]}>{words.status(delivery)}</Tag>{' '}
        {responseCode !== null && <Trans>Answer {responseCode}.</Trans>}
      </p>
      {fault !== null && <p>{words.fault(fault)}</p>}
      <p className={styles.muted}>
        <Plural value={attempts} _0="Not tried yet." one="Tried once." other="Tried # times." />{' '}
        {next !== '' && attempts > 0 && <Trans>Next attempt {next}.</Trans>}
      </p>
    </>
  );
}

function Again({ delivery, onAgain }: { delivery: WebhookDelivery; onAgain: () => Promise<void> }) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const { isBusy, fault, run } = useAction(useWebhookProblemWords());
  const event = words.event(delivery.event);
  const at = words.moment(delivery.createdAt);
  if (delivery.status === 'waiting') return null;
  return (
    <>
      <Button
        variant="secondary"
        isBusy={isBusy}
        onClick={() => run(onAgain)}
        aria-label={t`Send again: ${event}, ${at}`}
      >
        <Trans>Send again</Trans>
      </Button>
      <FaultNotice fault={fault} />
    </>
  );
}

type DeliveriesProps = {
  deliveries: readonly WebhookDelivery[];
  onAgain: (deliveryId: string) => Promise<void>;
};

/** What was sent and what became of it, the newest first. */
export function Deliveries({ deliveries, onAgain }: DeliveriesProps) {
  const words = useWebhookWords();
  if (deliveries.length === 0) {
    return (
      <EmptyState title={<Trans>Nothing has been sent yet</Trans>}>
        <p>
          <Trans>Send a test, or wait for something to happen to a request.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <RowList>
      {deliveries.map((delivery) => {
        const { deliveryId, event, createdAt, body } = delivery;
        const at = words.moment(createdAt);
        return (
          <li key={deliveryId} className={styles.row}>
            <p>
              <strong>{words.event(event)}</strong> <span className={styles.muted}>{at}</span>
            </p>
            <State delivery={delivery} />
            <Details summary={<Trans>What is sent</Trans>}>
              <p className={styles.muted}>webhook-id: {deliveryId}</p>
              <pre className={styles.body}>{body}</pre>
            </Details>
            <Again delivery={delivery} onAgain={() => onAgain(deliveryId)} />
          </li>
        );
      })}
    </RowList>
  );
}
