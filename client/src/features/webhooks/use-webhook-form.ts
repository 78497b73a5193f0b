import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { addWebhook } from '#shared/contracts/webhooks.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { type Attempt, useAction } from '../../lib/use-action.ts';
import type { WebhookSettings } from './api.ts';
import { useWebhookProblemWords } from './use-webhook-problem-words.ts';

export type WebhookFields = { name: string; url: string; events: WebhookSettings['events'] };
export type WebhookField = keyof WebhookFields;

/** What the server says of an address. */
export const addressFaults = ['not-an-address', 'not-https', 'has-password', 'has-fragment', 'not-public'] as const;

/** What the server says of a name that another receiver has. */
export const nameTaken = 'name-taken';

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
const resolve: Resolver<WebhookFields, unknown, WebhookSettings> = (form) => {
  const parsed = addWebhook.body.safeParse(form);
  if (parsed.success) return { values: parsed.data, errors: {} };
  return {
    values: {},
    errors: Object.fromEntries(parsed.error.issues.map(({ path }) => [path[0], { type: 'invalid' }])),
  };
};

/** The form, and what came of sending it. What was typed stays until it has been sent. */
export function useWebhookForm(
  defaults: WebhookFields,
  send: (settings: WebhookSettings) => Promise<void>,
  withProof: Attempt,
) {
  const { isBusy, fault, run } = useAction(useWebhookProblemWords(), withProof);
  const [refusals, setRefusals] = useState(0);
  const form = useForm<WebhookFields, unknown, WebhookSettings>({
    defaultValues: defaults,
    resolver: resolve,
    shouldFocusError: false,
  });
  const submit = form.handleSubmit((settings) => {
    run(async () => {
      try {
        await send(settings);
      } catch (error) {
        if (hasFault(error, nameTaken)) {
          form.setError('name', { type: nameTaken });
          setRefusals((count) => count + 1);
          return;
        }
        const found = addressFaults.find((code) => hasFault(error, code));
        if (found === undefined) throw error;
        form.setError('url', { type: found });
        setRefusals((count) => count + 1);
      }
    });
  });
  return { form, submit, isBusy, fault, attempt: form.formState.submitCount + refusals };
}
