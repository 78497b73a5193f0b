import { Trans, useLingui } from '@lingui/react/macro';
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
import { sendNewWebhook } from './api.ts';
import { NewSecret } from './new-secret.tsx';
import { newWebhook, WebhookForm, WhatIsTold } from './webhook-form.tsx';
import { WebhookState, WebhookTag } from './webhook-state.tsx';
import styles from './webhooks.module.css';

export type WebhooksHrefs = { organisation: string; webhook: (webhookId: string) => string };

function WebhookRow({ webhook, href }: { webhook: Webhook; href: string }) {
  const { name, url } = webhook;
  return (
    <li className={styles.row}>
      <p>
        <Link to={href}>{name}</Link> <WebhookTag webhook={webhook} />
      </p>
      <p className={styles.muted}>{url}</p>
      <WebhookState webhook={webhook} />
    </li>
  );
}

type WebhooksPageProps = {
  organisationId: string;
  webhooks: readonly Webhook[];
  allowsLocal: boolean;
  hrefs: WebhooksHrefs;
  withProof: Attempt;
};

/** Where the organisation has its events sent, and the way to add a receiver. */
export function WebhooksPage({ organisationId, webhooks, allowsLocal, hrefs, withProof }: WebhooksPageProps) {
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
          allowsLocal={allowsLocal}
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
