import { Trans, useLingui } from '@lingui/react/macro';
import { type UseFormReturn, useController, useFieldArray } from 'react-hook-form';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { formTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { CheckboxOptions } from './checkbox-options.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { newCondition } from './conditions.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { blankText, type ItemValues } from './item-values.ts';
import { useProfileWords } from './use-profile-words.ts';

export type ItemForm = UseFormReturn<ItemValues, unknown, ItemSource>;

/** The question itself and what stands beside it. */
export function QuestionFields({ form, code }: { form: ItemForm; code: string }) {
  const { t } = useLingui();
  const key = (part: string) => `${code}.${part}`;
  return (
    <>
      <BilingualField form={form} name="question" textKey={key('question')} label={t`Question`} />
      <BilingualField
        form={form}
        name="subcontractor"
        textKey={key('subcontractor')}
        label={t`Question to subcontractors`}
        isOptional
      />
      <BilingualField form={form} name="help" textKey={key('help')} label={t`Help`} isOptional rows={3} />
      <BilingualField
        form={form}
        name="trace"
        textKey={key('trace')}
        label={t`What a visitor could look at`}
        isOptional
      />
    </>
  );
}

function SizeNote({ form, code, index }: { form: ItemForm; code: string; index: number }) {
  const { t } = useLingui();
  const { sizes } = useProfileWords();
  const { field } = useController({ control: form.control, name: `sizeNotes.${index}.sizes` });
  const fault = form.formState.errors.sizeNotes?.[index]?.sizes;
  return (
    <>
      <CheckboxOptions legend={t`For firms with`} options={sizes} chosen={field.value} onChange={field.onChange} />
      {fault && <p>{t`Choose at least one size.`}</p>}
      <BilingualField
        form={form}
        name={`sizeNotes.${index}.text`}
        textKey={`${code}.size-note.${index}`}
        label={t`Size note ${index + 1}`}
      />
    </>
  );
}

/** What the levels mean in firms of some sizes. The first note that names the firm's size is shown. */
export function SizeNotes({ form, code }: { form: ItemForm; code: string }) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'sizeNotes' });
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id} className={styles.nested}>
          <SizeNote form={form} code={code} index={index} />
          <p>
            <Button variant="quiet" onClick={() => remove(index)} aria-label={t`Take away size note ${index + 1}`}>
              <Trans>Take away</Trans>
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button variant="secondary" onClick={() => append({ sizes: [], text: blankText() })}>
          <Trans>Add a size note</Trans>
        </Button>
      </p>
    </>
  );
}

function Applicability({ form, earlier }: { form: ItemForm; earlier: readonly Item[] }) {
  const { field } = useController({ control: form.control, name: 'appliesWhen' });
  if (field.value === null) {
    return (
      <p>
        <Trans>Everybody who gets the form is asked.</Trans>{' '}
        <Button variant="secondary" onClick={() => field.onChange(newCondition('sizeClass', ''))}>
          <Trans>Ask only some</Trans>
        </Button>
      </p>
    );
  }
  return (
    <>
      <ConditionEditor name="appliesWhen" condition={field.value} earlier={earlier} onChange={field.onChange} />
      <p>
        <Button variant="quiet" onClick={() => field.onChange(null)}>
          <Trans>Ask everybody again</Trans>
        </Button>
      </p>
    </>
  );
}

/** Who is asked, with which ways out, and how much the answer weighs. */
export function ReachFields({ form, earlier }: { form: ItemForm; earlier: readonly Item[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { definition } = useEditing();
  const forms = useController({ control: form.control, name: 'forms' });
  const options = definition.structure.forms.map(({ code }) => ({
    value: code,
    label: definition.texts[language][formTextKeys.name(code)] ?? code,
  }));
  return (
    <>
      <CheckboxOptions
        legend={t`Forms that ask it`}
        options={options}
        chosen={forms.field.value}
        onChange={forms.field.onChange}
      />
      <Applicability form={form} earlier={earlier} />
      <div className={styles.checks}>
        <CheckboxField {...form.register('allowsDontKnow')} label={t`May be answered “don't know”`} />
        <CheckboxField {...form.register('allowsNotApplicable')} label={t`May be answered “not relevant to us”`} />
      </div>
      <NumberField
        {...form.register('weight')}
        label={t`Weight`}
        hint={t`A whole number from 0 to 10. Questions of equal weight count equally in their area.`}
        error={form.formState.errors.weight && t`A whole number from 0 to 10.`}
      />
    </>
  );
}
