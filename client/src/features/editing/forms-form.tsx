import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { type Resolver, type UseFormReturn, useController } from 'react-hook-form';
import * as z from 'zod/mini';
import { type InstrumentSource, instrumentSourceSchema } from '#shared/domain/instrument/source.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import { numberOf, typedNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { type FormTitle, PlaceForm, usePlaceForm } from './place-form.tsx';
import { useHeadFieldWords } from './use-head-field-words.ts';

type Forms = InstrumentSource['forms'];
type FormsValues = { forms: (Omit<Forms[number], 'minutes'> & { minutes: string })[] };

const valuesOf = (forms: Forms, language: Language): FormsValues => ({
  forms: forms.map((form) => ({ ...form, minutes: typedNumber(form.minutes, language) })),
});

const typedFormsSchema = z.pipe(
  z.transform(({ forms }: FormsValues): unknown => ({
    forms: forms.map((form) => ({ ...form, minutes: numberOf(form.minutes) })),
  })),
  z.strictObject({ forms: instrumentSourceSchema.shape.forms }),
);
// Faults keep the paths of the fields; what is sent and seen is the list alone, as the draft holds it.
const resolver: Resolver<FormsValues, unknown, Forms> = zodResolver(
  z.pipe(
    typedFormsSchema,
    z.transform(({ forms }) => forms),
  ),
);

type FormsForm = UseFormReturn<FormsValues, unknown, Forms>;

/** Areas keep the order they are asked in; one that is added goes before the first that follows it in the draft. */
function inOrder(before: readonly string[], chosen: readonly string[], all: readonly string[]): string[] {
  const kept = before.filter((code) => chosen.includes(code));
  const added = chosen.filter((code) => !before.includes(code));
  return added.reduce((order, code) => {
    const next = order.findIndex((other) => all.indexOf(other) > all.indexOf(code));
    return order.toSpliced(next < 0 ? order.length : next, 0, code);
  }, kept);
}

type OneFormProps = { form: FormsForm; source: Forms[number]; index: number };

function OneForm({ form, source: { code, name }, index }: OneFormProps) {
  const { t } = useLingui();
  const words = useHeadFieldWords();
  const localise = useLocalised();
  const { blocks, dimensions } = useEditing().draft.content.sources;
  const { field } = useController({ control: form.control, name: `forms.${index}.sections` });
  const errors = form.formState.errors.forms?.[index];
  const sections = [...blocks, ...dimensions];
  const codes = sections.map((section) => section.code);
  const options = sections.map((section) => ({
    value: section.code,
    label: `${section.code} ${localise(section.name)}`,
  }));
  return (
    <fieldset className={styles.nested}>
      <legend>{localise(name)}</legend>
      <BilingualField
        form={form}
        name={`forms.${index}.name`}
        textKey={formTextKeys.name(code)}
        label={words.name}
        rows={1}
      />
      <BilingualField
        form={form}
        name={`forms.${index}.about`}
        textKey={formTextKeys.about(code)}
        label={words.about}
      />
      <NumberField
        {...form.register(`forms.${index}.minutes`)}
        label={words.minutes}
        error={errors?.minutes && t`A whole number from 1 to 180.`}
      />
      <CheckboxGroup
        name={field.name}
        legend={words.sections}
        layout="inline"
        options={options}
        value={field.value}
        onToggle={(section) => field.onChange(inOrder(field.value, toggled(options, field.value, section), codes))}
        error={errors?.sections && t`Choose at least one area.`}
      />
    </fieldset>
  );
}

/** The choices of questions for an occasion. Which questions of an area a form asks is said of each question. */
export function FormsForm({ title }: { title: FormTitle }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { forms } = useEditing().draft.content.sources.instrument;
  const state = usePlaceForm<FormsValues, Forms>({
    content: forms,
    toValues: (content) => valuesOf(content ?? forms, language),
    resolver,
    toEdit: (value) => ({ kind: 'forms', value }),
  });
  return (
    <PlaceForm state={state} title={title} caption={t`The two versions of the forms`}>
      {forms.map((source, index) => (
        <OneForm key={source.code} form={state.form} source={source} index={index} />
      ))}
    </PlaceForm>
  );
}
