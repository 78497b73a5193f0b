import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { type Webhook, type WebhookDelivery, webhookLimits } from '#shared/contracts/webhooks.ts';
import { type Attempt, useAction } from '../../lib/use-action.ts';
import { type Done, useDone } from '../../lib/use-done.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import {
  type Deliveries as DeliveriesDocument,
  sendAgain,
  sendSecretRoll,
  sendTestAndWait,
  sendWebhookChange,
  sendWebhookRemoval,
} from './api.ts';
import { Deliveries } from './deliveries.tsx';
import { NewSecret } from './new-secret.tsx';
import { useWebhookProblemWords } from './use-webhook-problem-words.ts';
import { useWebhookWords } from './use-webhook-words.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookState, WebhookTag } from './webhook-state.tsx';

type Parts = { organisationId: string; webhook: Webhook; done: Done };
type PauseProps = Parts & { withProof: Attempt };

/** Says that it is paused, why and since when, and lets it go on; or pauses it. */
function Pause({ organisationId, webhook, done, withProof }: PauseProps) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const { revalidate } = useRevalidator();
  const { isBusy, fault, run } = useAction(useWebhookProblemWords(), withProof);
  const { name, url, events, pausedBecause, pausedAt } = webhook;
  const isPaused = pausedBecause !== null;
  const since = pausedAt === null ? '' : words.moment(pausedAt);
  const change = () =>
    run(async () => {
      await sendWebhookChange(organisationId, webhook.webhookId, { name, url, events, isPaused: !isPaused });
      await revalidate();
      done.say(isPaused ? t`The receiver is on again. What waits is being sent.` : t`The receiver is paused.`);
    });
  const button = (
    <Button variant="secondary" isBusy={isBusy} onClick={change}>
      {isPaused ? <Trans>Let it go on</Trans> : <Trans>Pause</Trans>}
    </Button>
  );
  return (
    <>
      {isPaused && (
        <Notice tone="warning" title={words.pause(pausedBecause)}>
          <p>
            <Trans>Since {since}. What happens meanwhile is kept for 30 days and sent when it goes on.</Trans>
          </p>
        </Notice>
      )}
      <FaultNotice fault={fault} />
      {button}
    </>
  );
}

/** Sends a test and waits for what the receiver says to it. */
function Test({ organisationId, webhook, done }: Parts) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const { revalidate } = useRevalidator();
  const { isBusy, fault, run } = useAction(useWebhookProblemWords());
  const [failed, setFailed] = useState<WebhookDelivery>();
  const [isUnderWay, setUnderWay] = useState(false);
  const test = () =>
    run(async () => {
      setFailed(undefined);
      setUnderWay(true);
      const outcome = await sendTestAndWait(organisationId, webhook.webhookId).finally(() => setUnderWay(false));
      await revalidate();
      if (outcome === undefined) done.say(t`A test is on its way. Update in a moment to see how it went.`);
      else if (outcome.status === 'delivered') done.say(t`The test came through.`);
      else setFailed(outcome);
    });
  return (
    <>
      <Button variant="secondary" isBusy={isBusy} isUnavailable={webhook.pausedBecause !== null} onClick={test}>
        <Trans>Send a test</Trans>
      </Button>
      {isUnderWay && (
        <Spinner>
          <Trans>The test is on its way to the receiver</Trans>
        </Spinner>
      )}
      <FaultNotice
        fault={failed === undefined || failed.fault === null ? undefined : words.fault(failed.fault)}
        title={
          failed === undefined || failed.responseCode === null ? (
            <Trans>The test did not come through</Trans>
          ) : (
            <Trans>The test did not come through: the receiver answered {failed.responseCode}</Trans>
          )
        }
      />
      <FaultNotice fault={fault} />
    </>
  );
}

type Asked = 'secret' | 'removal' | null;

type WebhookPageProps = DeliveriesDocument & { organisationId: string; listHref: string; withProof: Attempt };

/** One receiver: whether it is on, what was sent to it, its settings and its secret. */
export function WebhookPage({
  organisationId,
  webhook,
  deliveries,
  allowsLocal,
  listHref,
  withProof,
}: WebhookPageProps) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const navigate = useNavigate();
  const { revalidate, state } = useRevalidator();
  const done = useDone();
  const action = useAction(useWebhookProblemWords(), withProof);
  const [secret, setSecret] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const { webhookId, name, url, events, pausedBecause, earlierSecretUntil } = webhook;
  const parts = { organisationId, webhook, done };
  const until = earlierSecretUntil === null ? '' : words.moment(earlierSecretUntil);
  return (
    <Page width="results">
      <BackLink to={listHref}>
        <Trans>Webhooks</Trans>
      </BackLink>
      <PageHeader title={name} lead={url} />
      <DoneNotice done={done} />
      {secret !== null && <NewSecret secret={secret} isSecond />}
      <Section title={<Trans>How it stands</Trans>}>
        <div>
          <p>
            <WebhookTag webhook={webhook} />
          </p>
          <WebhookState webhook={webhook} />
        </div>
        <Pause {...parts} withProof={withProof} />
        <Test {...parts} />
      </Section>
      <Section
        title={<Trans>What was sent</Trans>}
        lead={<Trans>The newest {webhookLimits.listed}, for 30 days.</Trans>}
      >
        <p>
          <Button variant="secondary" isBusy={state === 'loading'} onClick={() => void revalidate()}>
            <Trans>Update</Trans>
          </Button>
        </p>
        <Deliveries
          deliveries={deliveries}
          onAgain={async (deliveryId) => {
            await sendAgain(organisationId, webhookId, deliveryId);
            await revalidate();
            done.say(t`It is in line again, under the same id. Update in a moment to see how it went.`);
          }}
        />
      </Section>
      <Section title={<Trans>Settings</Trans>}>
        <WebhookForm
          key={`${name} ${url} ${events.join()}`}
          defaults={{ name, url, events }}
          allowsLocal={allowsLocal}
          confirm={<Trans>Save</Trans>}
          withProof={withProof}
          onSend={async (settings) => {
            await sendWebhookChange(organisationId, webhookId, { ...settings, isPaused: pausedBecause !== null });
            await revalidate();
            done.say(t`The settings are saved.`);
          }}
        />
      </Section>
      <Section title={<Trans>Secret and removal</Trans>}>
        {until !== '' && (
          <p>
            <Trans>The secret before signs as well until {until}.</Trans>
          </p>
        )}
        <ButtonRow>
          <Button variant="secondary" onClick={() => setAsked('secret')}>
            <Trans>Make a new secret</Trans>
          </Button>
          <Button variant="secondary" onClick={() => setAsked('removal')}>
            <Trans>Remove the receiver</Trans>
          </Button>
        </ButtonRow>
      </Section>
      <ActionDialog
        isOpen={asked === 'secret'}
        isDangerous={false}
        title={t`Make a new secret?`}
        confirm={<Trans>Make a new secret</Trans>}
        action={action}
        onConfirm={() => sendSecretRoll(organisationId, webhookId)}
        onClose={() => setAsked(null)}
        onDone={async (told) => {
          await revalidate();
          setSecret(told);
        }}
      >
        <p>
          <Trans>
            For {webhookLimits.bothSecretsHours} hours both secrets sign, so that the receiver misses nothing. After
            that only the new one does.
          </Trans>
        </p>
      </ActionDialog>
      <ActionDialog
        isOpen={asked === 'removal'}
        title={t`Remove ${name}?`}
        confirm={<Trans>Remove the receiver</Trans>}
        action={action}
        onConfirm={() => sendWebhookRemoval(organisationId, webhookId)}
        onClose={() => setAsked(null)}
        onDone={() => void navigate(listHref)}
      >
        <p>
          <Trans>What waits for it is not sent, and what was sent can no longer be seen.</Trans>
        </p>
      </ActionDialog>
    </Page>
  );
}
