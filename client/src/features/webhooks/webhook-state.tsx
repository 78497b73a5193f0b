import { Plural, Trans } from '@lingui/react/macro';
import type { Webhook } from '#shared/contracts/webhooks.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import { useWebhookWords } from './use-webhook-words.ts';
import styles from './webhooks.module.css';

/** On, paused, or on without anything coming through. */
export function WebhookTag({ webhook: { pausedBecause, failing } }: { webhook: Webhook }) {
  if (pausedBecause !== null) {
    return (
      <Tag tone="warning">
        <Trans>Paused</Trans>
      </Tag>
    );
  }
  return failing === null ? (
    <Tag tone="success">
      <Trans>On</Trans>
    </Tag>
  ) : (
    <Tag tone="warning">
      <Trans>Does not get through</Trans>
    </Tag>
  );
}

/** When something was taken last, what is left, and why it is. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const words = useWebhookWords();
  const { waiting, failed, failing, lastDeliveredAt } = webhook;
  const last = lastDeliveredAt === null ? '' : words.moment(lastDeliveredAt);
  return (
    <>
      {failing !== null && (
        <p>
          {words.fault(failing.fault)}{' '}
          {failing.responseCode !== null && <Trans>It answered {failing.responseCode}.</Trans>}
        </p>
      )}
      <p className={styles.muted}>
        {last === '' ? <Trans>Nothing delivered yet.</Trans> : <Trans>Last delivered {last}.</Trans>}{' '}
        {waiting > 0 && <Plural value={waiting} one="# waits." other="# wait." />}{' '}
        {failed > 0 && <Plural value={failed} one="# has failed." other="# have failed." />}
      </p>
    </>
  );
}
