import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { ConsentWording, ContactRequest, ReferralDocument } from '#shared/contracts/referrals.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { forgetIdempotencyKey, idempotencyKeyOf } from '../../lib/idempotency-key.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { type LoadedContact, sendContactRequest } from './api.ts';
import styles from './contact.module.css';
import { type ContactField, type ContactForm, readContactForm } from './contact-form.ts';
import { ContactSent } from './contact-sent.tsx';

export type ContactHrefs = { result: string; referrals: string };

type Ready = {
  response: ResponseDocument;
  package: NonNullable<LoadedContact['package']>;
  provider: LocalisedText;
  wording: ConsentWording;
};

const order: readonly ContactField[] = ['firmName', 'contactName', 'email', 'telephone', 'message', 'hasConsented'];

function useContactFaults(): (field: ContactField) => string {
  const { t } = useLingui();
  return (field) => {
    switch (field) {
      case 'firmName':
        return t`Write the name of the firm, at most 120 characters.`;
      case 'contactName':
        return t`Write who they should ask for, at most 120 characters.`;
      case 'email':
        return t`Write an e-mail address such as name@firm.se.`;
      case 'telephone':
        return t`Write the telephone number in figures, or leave it empty.`;
      case 'message':
        return t`Shorten the message to at most 1000 characters.`;
      case 'hasConsented':
        return t`Tick the box if you agree. Without it nothing is passed on.`;
    }
  };
}

function useContactForm({ response, package: wanted, wording }: Ready) {
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
      hasConsented: false,
    },
    resolver,
    shouldFocusError: false,
  });
  const send = form.handleSubmit(async (request) => {
    // Another text is another request; the same text sent again is the same one.
    const action = `contact.${response.responseId}.${JSON.stringify(request)}`;
    setFailure(null);
    try {
      setSent(await sendContactRequest(response.responseId, request, idempotencyKeyOf(action)));
      forgetIdempotencyKey(action);
    } catch (error) {
      setFailure(error);
    }
  });
  return { form, send, failure, sent };
}

function Form({ ready, hrefs }: { ready: Ready; hrefs: ContactHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const problemWords = useProblemWords();
  const faultWords = useContactFaults();
  const { form, send, failure, sent } = useContactForm(ready);
  const { register, formState } = form;
  const errorOf = (field: ContactField) => (formState.errors[field] === undefined ? undefined : faultWords(field));
  const faults = order.flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ fieldId: fieldId(field), message }];
  });
  const provider = localise(ready.provider);
  const name = localise(ready.package.name);
  if (sent !== undefined) return <ContactSent referral={sent} responseId={ready.response.responseId} hrefs={hrefs} />;
  return (
    <>
      <PageHeader
        title={t`Ask for contact`}
        hasFaults={faults.length > 0}
        eyebrow={name}
        lead={t`Those who give the package get in touch with you. Until then nothing is decided.`}
      >
        {ready.package.isProposal && (
          <p>
            <Tag tone="warning">
              <Trans>Proposal, awaits the regions' confirmation</Trans>
            </Tag>
          </p>
        )}
      </PageHeader>
      {ready.response.isSimulated && (
        <Notice tone="warning">
          <p>
            <Trans>This is an example with a simulated firm. The request is stored here and goes to nobody.</Trans>
          </p>
        </Notice>
      )}
      <ErrorSummary faults={faults} attempt={formState.submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <TextField
          {...register('firmName')}
          label={t`Name of the firm`}
          autoComplete="organization"
          error={errorOf('firmName')}
        />
        <TextField
          {...register('contactName')}
          label={t`Whom should they ask for?`}
          autoComplete="name"
          error={errorOf('contactName')}
        />
        <TextField
          {...register('email')}
          label={t`E-mail`}
          type="email"
          autoComplete="email"
          error={errorOf('email')}
        />
        <TextField
          {...register('telephone')}
          label={t`Telephone`}
          isOptional
          type="tel"
          width="half"
          autoComplete="tel"
          error={errorOf('telephone')}
        />
        <TextAreaField
          {...register('message')}
          label={t`Message`}
          isOptional
          maximumLength={1000}
          error={errorOf('message')}
        />
        <Panel tone="sunken">
          <p>{localise(ready.wording.text)}</p>
          <CheckboxField
            {...register('hasConsented')}
            label={t`We agree to this`}
            hint={t`Goes to ${provider}. You can withdraw it at any time.`}
            error={errorOf('hasConsented')}
          />
        </Panel>
        {failure !== null && (
          <Notice tone="danger" role="alert" title={<Trans>The request could not be sent</Trans>}>
            <p>{problemWords(failure)}</p>
          </Notice>
        )}
        <ButtonRow>
          <Button type="submit" isBusy={formState.isSubmitting}>
            <Trans>Send the request</Trans>
          </Button>
          <ButtonLink to={hrefs.result} variant="quiet">
            <Trans>Back to the result</Trans>
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

/** Asks the provider of one package to get in touch, with consent to exactly that. */
export function ContactPage({ loaded, hrefs }: { loaded: LoadedContact; hrefs: ContactHrefs }) {
  const { response, package: wanted, provider, wording } = loaded;
  return (
    <Page>
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      {wanted === undefined || provider === undefined || wording === undefined ? (
        <EmptyState title={<Trans>There is no such package</Trans>} />
      ) : (
        <Form ready={{ response, package: wanted, provider, wording }} hrefs={hrefs} />
      )}
    </Page>
  );
}
