import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendDetails } from './api.ts';
import styles from './firm.module.css';
import {
  type DetailsFault,
  type DetailsField,
  type ReadDetails,
  readDetails,
  type TypedDetails,
} from './read-details.ts';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

type Details = Extract<ReadDetails, { ok: true }>['details'];

const order: readonly DetailsField[] = ['name', 'organisationNumber'];

const resolver: Resolver<TypedDetails, unknown, Details> = (form) => {
  const read = readDetails(form);
  if (read.ok) return { values: read.details, errors: {} };
  const errors = Object.entries(read.faults).map(([field, fault]) => [field, { type: fault }]);
  return { values: {}, errors: Object.fromEntries(errors) };
};

function useDetailsFaults(): (fault: DetailsFault) => string {
  const { t } = useLingui();
  return (fault) => {
    switch (fault) {
      case 'missing':
        return t`Write what the firm is called.`;
      case 'too-long':
        return t`The name can have at most 120 characters.`;
      case 'not-ten-digits':
        return t`An organisation number has ten digits, for example 556036-0793.`;
      case 'wrong-check-digit':
        return t`The number does not add up: one digit is wrong or two have changed places.`;
      case 'personal-number':
        return t`This looks like a personal identity number. Leave the field empty; we do not store such numbers.`;
      case 'unknown-legal-group':
        return t`No legal form begins with that digit. Check the number.`;
    }
  };
}

const typed = (organisationNumber: string | null): string =>
  organisationNumber === null ? '' : formatOrganisationNumber(organisationNumber);

function useDetails(firm: FirmDocument, onChange: (firm: FirmDocument) => void) {
  const action = useAction(useFirmProblemWords());
  const [isSaved, setSaved] = useState(false);
  const form = useForm<TypedDetails, unknown, Details>({
    defaultValues: { name: firm.name ?? '', organisationNumber: typed(firm.organisationNumber) },
    resolver,
    shouldFocusError: false,
  });
  const send = form.handleSubmit((details) => {
    setSaved(false);
    action.run(async () => {
      onChange(await sendDetails(firm.firmId, details));
      setSaved(true);
    });
  });
  return { form, send, action, isSaved };
}

type DetailsFormProps = { firm: FirmDocument; onChange: (firm: FirmDocument) => void };

/** What the firm is called and its number, for who is responsible for it. */
export function DetailsForm({ firm, onChange }: DetailsFormProps) {
  const { t } = useLingui();
  const faultWords = useDetailsFaults();
  const { form, send, action, isSaved } = useDetails(firm, onChange);
  const { errors, submitCount } = form.formState;
  const errorOf = (field: DetailsField) => {
    const fault = errors[field]?.type;
    return fault === undefined ? undefined : faultWords(fault as DetailsFault);
  };
  return (
    <>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <TextField
          {...form.register('name')}
          label={t`Name of the firm`}
          autoComplete="organization"
          error={errorOf('name')}
        />
        <TextField
          {...form.register('organisationNumber')}
          label={t`Organisation number`}
          hint={t`Ten digits. Seen by those you let see your results, and by nobody else.`}
          isOptional
          width="half"
          autoComplete="off"
          error={errorOf('organisationNumber')}
        />
        <FaultNotice fault={action.fault} title={<Trans>The change was not saved</Trans>} />
        {isSaved && (
          <Notice tone="success" role="status">
            <p>
              <Trans>Name and number are saved.</Trans>
            </p>
          </Notice>
        )}
        <p>
          <Button type="submit" variant="secondary" isBusy={action.isBusy}>
            <Trans>Save name and number</Trans>
          </Button>
        </p>
      </form>
    </>
  );
}
