import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import type { WebhookSettings } from './api.ts';
import { nameTaken, useWebhookForm, type WebhookField, type WebhookFields } from './use-webhook-form.ts';
import { useWebhookWords } from './use-webhook-words.ts';
import styles from './webhooks.module.css';

const order: readonly WebhookField[] = ['name', 'url', 'events'];

export const newWebhook: WebhookFields = { name: '', url: '', events: [...referralStatuses] };

type WebhookFormProps = {
  defaults: WebhookFields;
  allowsLocal: boolean;
  confirm: ReactNode;
  onSend: (settings: WebhookSettings) => Promise<void>;
  withProof: Attempt;
};

/** What a receiver is called, where it is, and what it is told. */
export function WebhookForm({ defaults, allowsLocal, confirm, onSend, withProof }: WebhookFormProps) {
  const { t } = useLingui();
  const words = useWebhookWords();
  const { form, submit, isBusy, fault, attempt } = useWebhookForm(defaults, onSend, withProof);
  const { register, formState, watch, setValue } = form;
  const { errors } = formState;
  const urlFaults: Record<string, string> = {
    'not-https': t`The address must begin with https://.`,
    'has-password': t`Leave name and password out of the address. The receiver knows us by the signature.`,
    'has-fragment': t`Leave out what begins with # in the address.`,
    'not-public': t`The address leads to this machine or to a network that is not public.`,
  };
  const faultWords: Record<WebhookField, string> = {
    name:
      errors.name?.type === nameTaken
        ? t`Another receiver has that name. Choose another.`
        : t`Write a name of at most 80 characters.`,
    url: urlFaults[errors.url?.type ?? ''] ?? t`Write an address such as https://crm.firm.se/hook.`,
    events: t`Choose at least one event.`,
  };
  const errorOf = (field: WebhookField) => (errors[field] === undefined ? undefined : faultWords[field]);
  const chosen = watch('events');
  const options = referralStatuses.map((value) => ({ value, label: words.event(value) }));
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={attempt} />
      <TextField
        {...register('name')}
        label={t`Name`}
        hint={t`Your own, for example the name of the system.`}
        autoComplete="off"
        width="half"
        error={errorOf('name')}
      />
      <TextField
        {...register('url')}
        label={t`Address of the receiver`}
        hint={
          allowsLocal
            ? t`Begins with https:// and can be reached from the internet. On this demo a receiver on the same computer will do, also with http://.`
            : t`Begins with https:// and can be reached from the internet.`
        }
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={errorOf('url')}
      />
      <CheckboxGroup
        name="events"
        legend={t`Tell of`}
        options={options}
        value={chosen}
        onToggle={(value) => setValue('events', toggled(options, chosen, value), { shouldDirty: true })}
        error={errorOf('events')}
      />
      <FaultNotice fault={fault} />
      <p>
        <Button type="submit" isBusy={isBusy}>
          {confirm}
        </Button>
      </p>
    </form>
  );
}

/** What is told, and what is not. */
export function WhatIsTold() {
  return (
    <p>
      <Trans>
        Each event says the ids of the request, of the firm and of your organisation, the code of the package, from
        which state to which, and when. The id of the firm is left out once the firm has withdrawn the request or is
        erased. No names, no addresses, no answers. Each is signed, so that the receiver knows that it comes from here.
      </Trans>
    </p>
  );
}
