import { Trans, useLingui } from '@lingui/react/macro';
import { versionNumber } from '#shared/domain/version-number.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { AbsentProvider } from './absent-provider.tsx';
import styles from './contact.module.css';
import type { ContactField } from './contact-form.ts';
import type { ContactHrefs } from './contact-page.tsx';
import { ContactSent } from './contact-sent.tsx';
import { SendFailure } from './send-failure.tsx';
import { useContactFaults } from './use-contact-faults.ts';
import { type ContactReady, useContactRequest } from './use-contact-request.ts';

const order: readonly ContactField[] = [
  'firmName',
  'contactName',
  'email',
  'telephone',
  'wishedEditionId',
  'message',
  'hasConsented',
];

/** The request as it is written, the consent to exactly that, and the confirmation. */
export function ContactRequestForm({ ready, hrefs }: { ready: ContactReady; hrefs: ContactHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const wishWords = useWishWords();
  const faultWords = useContactFaults();
  const { form, send, failure, sent } = useContactRequest(ready);
  const { register, watch, formState } = form;
  const errorOf = (field: ContactField) => (formState.errors[field] === undefined ? undefined : faultWords(field));
  const faults = listFaults(order, errorOf);
  const provider = localise(ready.provider.name);
  const name = localise(ready.package.name);
  const version = versionNumber(ready.wording.version);
  if (sent !== undefined) {
    const { responseId } = ready.response;
    return <ContactSent referral={sent} isInUse={ready.provider.isInUse} responseId={responseId} hrefs={hrefs} />;
  }
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
            <Trans>
              This is an example with a simulated firm. In the demo only the demo's advisor sees the request.
            </Trans>
          </p>
        </Notice>
      )}
      {!ready.provider.isInUse && <AbsentProvider name={provider} />}
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
        {(ready.editions.length > 0 || errorOf('wishedEditionId') !== undefined) && (
          <SelectField
            {...register('wishedEditionId')}
            label={t`Group you would like to join`}
            hint={t`A wish, not a booking. Those who give the package invite you to a group.`}
            isOptional
            placeholder={t`No group in particular`}
            options={ready.editions.map((edition) => ({ value: edition.editionId, label: wishWords(edition) }))}
            error={errorOf('wishedEditionId')}
          />
        )}
        <TextAreaField
          {...register('message')}
          value={watch('message')}
          label={t`Message`}
          isOptional
          maximumLength={1000}
          error={errorOf('message')}
        />
        <Panel tone="sunken">
          <p>{localise(ready.wording.text)}</p>
          <p className={styles.version}>
            <Trans>Wording, version {version}</Trans>
          </p>
          <CheckboxField
            {...register('hasConsented')}
            label={t`We agree to this`}
            hint={t`Goes to ${provider}. You can withdraw it at any time.`}
            error={errorOf('hasConsented')}
          />
        </Panel>
        <SendFailure error={failure} isClaimed={ready.response.isClaimed} signInHref={hrefs.signIn} />
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
