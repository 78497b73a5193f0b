import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Webhook } from '#shared/contracts/webhooks.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendNewWebhook } from './api.ts';
import { NewSecret } from './new-secret.tsx';
import { useWebhookWords } from './use-webhook-words.ts';
import { newWebhook, WebhookForm, WhatIsTold } from './webhook-form.tsx';
import styles from './webhooks.module.css';

export type WebhooksHrefs = { organisation: string; webhook: (webhookId: string) => string };

function WebhookRow({ webhook, href }: { webhook: Webhook; href: string }) {
  const words = useWebhookWords();
  const { name, url, pausedBecause, waiting, failed, lastDeliveredAt } = webhook;
  const last = lastDeliveredAt === null ? '' : words.moment(lastDeliveredAt);
  return (
    <li className={styles.row}>
      <p>
        <Link to={href}>{name}</Link>{' '}
        {pausedBecause === null ? (
          <Tag tone="success">
            <Trans>On</Trans>
          </Tag>
        ) : (
          <Tag tone="warning">
            <Trans>Paused</Trans>
          </Tag>
        )}
      </p>
      <p className={styles.muted}>{url}</p>
      <p className={styles.muted}>
        {last === '' ? <Trans>Nothing delivered yet.</Trans> : <Trans>Last delivered {last}.</Trans>}{' '}
        {waiting > 0 && <Plural value={waiting} one="# waits." other="# wait." />}{' '}
        {failed > 0 && <Plural value={failed} one="# has failed." other="# have failed." />}
      </p>
    </li>
  );
}

type WebhooksPageProps = {
  organisationId: string;
  webhooks: readonly Webhook[];
  hrefs: WebhooksHrefs;
  withProof: Attempt;
};

/** Where the organisation has its events sent, and the way to add a receiver. */
export function WebhooksPage({ organisationId, webhooks, hrefs, withProof }: WebhooksPageProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Page width="results">
      <BackLink to={hrefs.organisation}>
        <Trans>The organisation</Trans>
      </BackLink>
      <PageHeader
        title={t`Webhooks`}
        lead={t`Let a system of your own know when something happens to a request to you.`}
      />
      {secret !== null && <NewSecret secret={secret} isSecond={false} />}
      <Section title={<Trans>Receivers</Trans>}>
        {webhooks.length === 0 ? (
          <EmptyState title={<Trans>There is no receiver yet</Trans>} />
        ) : (
          <RowList>
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.webhookId} webhook={webhook} href={hrefs.webhook(webhook.webhookId)} />
            ))}
          </RowList>
        )}
      </Section>
      <Section title={<Trans>Add a receiver</Trans>}>
        <WhatIsTold />
        {/* Begun anew once it has been added. */}
        <WebhookForm
          key={secret}
          defaults={newWebhook}
          confirm={<Trans>Add the receiver</Trans>}
          withProof={withProof}
          onSend={async (settings) => {
            const told = await sendNewWebhook(organisationId, settings);
            await revalidate();
            setSecret(told);
          }}
        />
      </Section>
    </Page>
  );
}
