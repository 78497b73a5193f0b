import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type UseFormReturn, useController, useFieldArray } from 'react-hook-form';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { mostLevels, newCondition } from './conditions.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { blankText, type ItemValues } from './item-values.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';
import { useProfileWords } from './use-profile-words.ts';

export type ItemForm = UseFormReturn<ItemValues, unknown, ItemSource>;

/** The question itself and what stands beside it. */
export function QuestionFields({ form, code }: { form: ItemForm; code: string }) {
  const words = useItemFieldWords();
  const own = (part: 'question' | 'subcontractor' | 'help' | 'trace') => ({
    form,
    name: part,
    textKey: `${code}.${part}`,
    label: words[part],
  });
  return (
    <>
      <BilingualField {...own('question')} />
      <BilingualField {...own('subcontractor')} isOptional />
      <BilingualField {...own('help')} isOptional rows={3} />
      <BilingualField {...own('trace')} isOptional />
    </>
  );
}

function SizeNote({ form, code, index }: { form: ItemForm; code: string; index: number }) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const { sizes } = useProfileWords();
  const { field, fieldState } = useController({ control: form.control, name: `sizeNotes.${index}.sizes` });
  return (
    <>
      <CheckboxGroup
        name={field.name}
        legend={words.sizes}
        layout="inline"
        options={sizes}
        value={field.value}
        onToggle={(size) => field.onChange(toggled(sizes, field.value, size))}
        error={fieldState.error && t`Choose at least one size.`}
      />
      <BilingualField
        form={form}
        name={`sizeNotes.${index}.text`}
        textKey={`${code}.size-note.${index}`}
        label={words.sizeNote(index + 1)}
      />
    </>
  );
}

/** What the levels mean in firms of some sizes. The first note that names the firm's size is shown. */
export function SizeNotes({ form, code }: { form: ItemForm; code: string }) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'sizeNotes' });
  const add = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const takeAway = (index: number) => {
    remove(index);
    focusAfter(() => add.current);
  };
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.id} className={styles.nested}>
          <SizeNote form={form} code={code} index={index} />
          <p>
            <Button variant="quiet" onClick={() => takeAway(index)} aria-label={t`Take away size note ${index + 1}`}>
              <Trans>Take away</Trans>
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button ref={add} variant="secondary" onClick={() => append({ sizes: [], text: blankText() })}>
          <Trans>Add a size note</Trans>
        </Button>
      </p>
    </>
  );
}

function Applicability({ form, earlier }: { form: ItemForm; earlier: readonly Item[] }) {
  const { everybody } = useItemFieldWords();
  const { field } = useController({ control: form.control, name: 'appliesWhen' });
  const ask = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const askSome = () => {
    field.onChange(newCondition('sizeClass', ''));
    focusAfter(() => document.getElementById(fieldId(`${field.name}.kind`)));
  };
  const askAll = () => {
    field.onChange(null);
    focusAfter(() => ask.current);
  };
  if (field.value === null) {
    return (
      <p>
        {everybody}{' '}
        <Button ref={ask} variant="secondary" onClick={askSome}>
          <Trans>Ask only some</Trans>
        </Button>
      </p>
    );
  }
  return (
    <>
      <ConditionEditor
        name={field.name}
        condition={field.value}
        levels={mostLevels}
        earlier={earlier}
        onChange={field.onChange}
      />
      <p>
        <Button variant="quiet" onClick={askAll}>
          <Trans>Ask everybody again</Trans>
        </Button>
      </p>
    </>
  );
}

/** Who is asked, with which ways out, and how much the answer weighs. */
export function ReachFields({ form, earlier }: { form: ItemForm; earlier: readonly Item[] }) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const { definition } = useEditing();
  const names = useInstrumentNames(definition);
  const { field } = useController({ control: form.control, name: 'forms' });
  const options = definition.structure.forms.map(({ code }) => ({ value: code, label: names.form(code) }));
  return (
    <>
      <CheckboxGroup
        name={field.name}
        legend={words.forms}
        layout="inline"
        options={options}
        value={field.value}
        onToggle={(code) => field.onChange(toggled(options, field.value, code))}
      />
      <Applicability form={form} earlier={earlier} />
      <div className={styles.checks}>
        <CheckboxField {...form.register('allowsDontKnow')} label={words.allowsDontKnow} />
        <CheckboxField {...form.register('allowsNotApplicable')} label={words.allowsNotApplicable} />
      </div>
      <NumberField
        {...form.register('weight')}
        label={words.weight}
        hint={t`A whole number from 0 to 10. Questions of equal weight count equally in their area.`}
        error={form.formState.errors.weight && t`A whole number from 0 to 10.`}
      />
    </>
  );
}
