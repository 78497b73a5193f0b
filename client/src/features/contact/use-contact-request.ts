import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { useRevalidator } from 'react-router';
import type { ConsentWording, ContactRequest, ReferralDocument } from '#shared/contracts/referrals.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { fingerprint } from '../../lib/fingerprint.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { forgetIdempotencyKey, idempotencyKeyOf } from '../../lib/idempotency-key.ts';
import { type LoadedContact, sendContactRequest } from './api.ts';
import { type ContactForm, readContactForm } from './contact-form.ts';

/** All that a request needs before it can be written. */
export type ContactReady = {
  response: ResponseDocument;
  package: NonNullable<LoadedContact['package']>;
  provider: NonNullable<LoadedContact['provider']>;
  wording: ConsentWording;
  editions: LoadedContact['editions'];
};

/** The form, and what came of sending it. */
export function useContactRequest({ response, package: wanted, wording }: ContactReady) {
  const { revalidate } = useRevalidator();
  const [failure, setFailure] = useState<unknown>(null);
  const [sent, setSent] = useState<ReferralDocument>();
  const fixed = { packageCode: wanted.code, consentWordingVersion: wording.version };
  const resolver: Resolver<ContactForm, unknown, ContactRequest> = (form) => {
    const read = readContactForm(form, fixed);
    if (read.ok) return { values: read.request, errors: {} };
    return { values: {}, errors: Object.fromEntries(read.fields.map((field) => [field, { type: 'invalid' }])) };
  };
  const form = useForm<ContactForm, unknown, ContactRequest>({
    defaultValues: {
      firmName: response.firmName ?? '',
      contactName: '',
      email: '',
      telephone: '',
      message: '',
      wishedEditionId: '',
      hasConsented: false,
    },
    resolver,
    shouldFocusError: false,
  });
  const send = form.handleSubmit(async (request) => {
    // Another text is another request; the same text sent again is the same one. None of it is kept in the browser.
    const action = `contact.${response.responseId}.${fingerprint(JSON.stringify(request))}`;
    setFailure(null);
    try {
      setSent(await sendContactRequest(response.responseId, request, idempotencyKeyOf(action)));
      forgetIdempotencyKey(action);
    } catch (error) {
      if (!hasFault(error, 'edition-gone')) return setFailure(error);
      // It is no choice any more: left in the form it would be sent again, with nothing chosen to be seen.
      form.setValue('wishedEditionId', '');
      form.setError('wishedEditionId', { type: 'gone' });
      // What is there to choose from is read again; what is written stays.
      await revalidate();
    }
  });
  return { form, send, failure, sent };
}
