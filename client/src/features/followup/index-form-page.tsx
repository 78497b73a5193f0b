import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { IndexValueDocument, IndexValueRow } from '#shared/contracts/follow-up.ts';
import { type IndexValue, indexGeographies, indexUnits } from '#shared/domain/followup/index-value.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { type Dimension, fetchIndexValue, sendIndexValue } from './api.ts';
import { EntryConflict } from './entry-conflict.tsx';
import styles from './follow-up.module.css';
import { firstIndexForm, type IndexField, type IndexForm, indexFields, useIndexForm } from './read-index-value.ts';
import { changedFacts } from './use-activity-facts.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';
import { useIndexFacts } from './use-index-facts.ts';
import { useIndexFaultWords } from './use-index-faults.ts';
import { useSaveOver } from './use-save-over.ts';

type IndexFormProps = {
  organisationId: string;
  /** Null for a new one. */
  document: IndexValueDocument | null;
  dimensions: readonly Dimension[];
  today: string;
  backHref: string;
  onSaved: (row: IndexValueRow) => void;
};

/** A value of an index that others publish, new or changed. */
export function IndexFormPage(props: IndexFormProps) {
  return (
    <UnsavedGuard>
      <IndexFormBody {...props} />
    </UnsavedGuard>
  );
}

type FieldsProps = {
  form: UseFormReturn<IndexForm, unknown, IndexValue>;
  errorOf: (field: IndexField) => string | undefined;
};

function SourceFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  const words = useFollowUpWords();
  return (
    <>
      <TextField {...form.register('index')} label={t`Name of the index`} error={errorOf('index')} />
      <TextField {...form.register('source')} label={t`Who publishes it`} error={errorOf('source')} />
      <TextField
        {...form.register('link')}
        type="url"
        label={t`Link to the source`}
        hint={t`The page where the value stands.`}
        error={errorOf('link')}
      />
      <div className={styles.pair}>
        <NumberField {...form.register('year')} label={t`Year it is about`} error={errorOf('year')} />
        <SelectField
          {...form.register('geography')}
          label={t`Geography`}
          placeholder={t`Choose`}
          options={indexGeographies.map((value) => ({ value, label: words.geography(value) }))}
          error={errorOf('geography')}
        />
      </div>
    </>
  );
}

function ValueFields({ form, errorOf, dimensions }: FieldsProps & Pick<IndexFormProps, 'dimensions'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  return (
    <>
      <TextField
        {...form.register('measures')}
        label={t`What it measures`}
        hint={t`As the source says it.`}
        error={errorOf('measures')}
      />
      <SelectField
        {...form.register('dimension')}
        label={t`Nearest area of ours`}
        hint={t`Its published figure stands beside the value.`}
        isOptional
        placeholder={t`None`}
        options={dimensions.map(({ code, name }) => ({ value: code, label: `${code} ${localise(name)}` }))}
        error={errorOf('dimension')}
      />
      <RadioGroup
        {...form.register('unit')}
        legend={t`Unit`}
        layout="inline"
        options={indexUnits.map((value) => ({ value, label: words.unit(value) }))}
        error={errorOf('unit')}
      />
      <div className={styles.three}>
        <NumberField {...form.register('value')} label={t`Value`} hasDecimals error={errorOf('value')} />
        <NumberField
          {...form.register('lowest')}
          label={t`Lowest on its scale`}
          hasDecimals
          isOptional
          error={errorOf('lowest')}
        />
        <NumberField
          {...form.register('highest')}
          label={t`Highest on its scale`}
          hasDecimals
          isOptional
          error={errorOf('highest')}
        />
      </div>
      <TextAreaField
        {...form.register('note')}
        value={form.watch('note')}
        label={t`How far it can be compared`}
        hint={t`Which firms, which questions, which year: what makes it something else than what firms answer here. Always shown with the value.`}
        maximumLength={1000}
        error={errorOf('note')}
      />
    </>
  );
}

function useForm({ organisationId, document, dimensions, today, onSaved }: IndexFormProps) {
  const language = useLanguage();
  const [newId] = useState(() => crypto.randomUUID());
  const indexValueId = document?.indexValueId ?? newId;
  const frame = { year: Number(today.slice(0, 4)), dimensions: dimensions.map(({ code }) => code) };
  const form = useIndexForm(firstIndexForm(document?.indexValue ?? null, language), frame);
  const release = useUnsaved(form.formState.isDirty);
  const saving = useSaveOver({
    revision: document?.revision ?? 0,
    send: async (indexValue: IndexValue, revision) => {
      const row = await sendIndexValue({ organisationId, indexValueId }, { indexValue, revision });
      release();
      onSaved(row);
    },
    fetchNewest: () => fetchIndexValue({ organisationId, indexValueId }),
  });
  const takeTheirs = () => {
    if (saving.newest === null) return;
    form.reset(firstIndexForm(saving.newest.indexValue, language));
    saving.take();
  };
  return { form, ...saving, takeTheirs };
}

function IndexFormBody(props: IndexFormProps) {
  const { document, dimensions, backHref } = props;
  const { t } = useLingui();
  const faultWords = useIndexFaultWords();
  const factsOf = useIndexFacts(dimensions);
  const { form, action, newest, save, saveOver, takeTheirs } = useForm(props);
  const { errors, submitCount } = form.formState;
  const errorOf = (field: IndexField) => {
    const fault = errors[field];
    return fault === undefined ? undefined : faultWords(field, (fault.type ?? 'invalid') as 'invalid');
  };
  const faults = listFaults(indexFields, errorOf);
  return (
    <Page>
      <BackLink to={backHref}>
        <Trans>Values for comparison</Trans>
      </BackLink>
      <PageHeader
        title={document === null ? t`Enter a value of an index` : t`Change the value`}
        hasFaults={faults.length > 0}
        lead={t`Something that somebody else has measured and published. Every change is kept.`}
      />
      <ErrorSummary faults={faults} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void form.handleSubmit(save, action.forget)(event)}>
        <SourceFields form={form} errorOf={errorOf} />
        <ValueFields form={form} errorOf={errorOf} dimensions={dimensions} />
        {newest !== null && document !== null && (
          <EntryConflict
            changes={changedFacts(factsOf(document.indexValue), factsOf(newest.indexValue))}
            isWithdrawn={newest.withdrawalReason !== null}
            isBusy={action.isBusy}
            onKeep={() => void form.handleSubmit(saveOver)()}
            onTake={takeTheirs}
          />
        )}
        <FaultNotice fault={action.fault} title={<Trans>The value was not saved</Trans>} />
        <ButtonRow>
          <Button type="submit" isBusy={action.isBusy}>
            <Trans>Save the value</Trans>
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
