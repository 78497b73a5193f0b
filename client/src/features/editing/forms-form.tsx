import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import { type Resolver, type UseFormReturn, useController } from 'react-hook-form';
import * as z from 'zod/mini';
import { type InstrumentSource, instrumentSourceSchema } from '#shared/domain/instrument/source.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { parseNumber } from '../../lib/format.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { NumberField } from '../../ui/field/number-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { CheckboxOptions } from './checkbox-options.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { PlaceForm, usePlaceForm } from './place-form.tsx';

type Forms = InstrumentSource['forms'];
type FormsValues = { forms: (Omit<Forms[number], 'minutes'> & { minutes: string })[] };

const valuesOf = (forms: Forms): FormsValues => ({
  forms: forms.map((form) => ({ ...form, minutes: String(form.minutes) })),
});

const typedFormsSchema = z.pipe(
  z.transform(({ forms }: FormsValues): unknown => ({
    forms: forms.map((form) => ({ ...form, minutes: parseNumber(form.minutes) ?? Number.NaN })),
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
        label={t`Name`}
        rows={1}
      />
      <BilingualField
        form={form}
        name={`forms.${index}.about`}
        textKey={formTextKeys.about(code)}
        label={t`What it is about`}
      />
      <NumberField
        {...form.register(`forms.${index}.minutes`)}
        label={t`Minutes it takes`}
        error={errors?.minutes && t`A whole number from 1 to 180.`}
      />
      <CheckboxOptions
        legend={t`Areas it asks about`}
        options={options}
        chosen={field.value}
        onChange={(chosen) => field.onChange(inOrder(field.value, chosen, codes))}
      />
      {errors?.sections && <p>{t`Choose at least one area.`}</p>}
    </fieldset>
  );
}

/** The choices of questions for an occasion. Which questions of an area a form asks is said of each question. */
export function FormsForm() {
  const { t } = useLingui();
  const { forms } = useEditing().draft.content.sources.instrument;
  const state = usePlaceForm<FormsValues, Forms>({
    content: forms,
    toValues: (content) => valuesOf(content ?? forms),
    resolver,
    toEdit: (value) => ({ kind: 'forms', value }),
  });
  return (
    <PlaceForm state={state} caption={t`The two versions of the forms`}>
      {forms.map((source, index) => (
        <OneForm key={source.code} form={state.form} source={source} index={index} />
      ))}
    </PlaceForm>
  );
}
