import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { mostChoices } from '#shared/domain/instrument/item.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { controlAttributes, FieldError } from '../../ui/field/field.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import type { ItemForm } from './item-fields.tsx';
import { blankText } from './item-values.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';

type FieldsProps = { form: ItemForm; code: string };

function Levels({ form, code }: FieldsProps) {
  const { definition, draft } = useEditing();
  const names = useInstrumentNames(definition);
  return draft.content.sources.instrument.scale.levels.map((_name, level) => (
    <BilingualField
      // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number.
      key={level}
      form={form}
      name={`levels.${level}`}
      textKey={`${code}.level.${level}`}
      label={names.level(level)}
    />
  ));
}

type ChoiceProps = FieldsProps & {
  index: number;
  /** As it was when the form was filled. */
  choice: string;
  isStored: boolean;
  onRemove: (() => void) | undefined;
};

/** A choice keeps its code for good, so only a new one is given one. */
function Choice({ form, code, index, choice, isStored, onRemove }: ChoiceProps) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const errors = form.formState.errors.choices?.[index];
  const legend = words.choice(index + 1);
  return (
    <fieldset className={styles.nested}>
      <legend>{legend}</legend>
      <div className={styles.checks}>
        <TextField
          {...form.register(`choices.${index}.code`)}
          label={t`Code`}
          width="short"
          readOnly={isStored}
          error={errors?.code && t`Lower-case letters, figures and hyphens.`}
        />
        <NumberField
          {...form.register(`choices.${index}.points`)}
          label={words.points}
          isOptional
          hasDecimals
          error={errors?.points && t`0 to 4, in quarters.`}
        />
      </div>
      <BilingualField form={form} name={`choices.${index}.text`} textKey={`${code}.choice.${choice}`} label={legend} />
      {onRemove && (
        <p>
          <Button variant="quiet" onClick={onRemove} aria-label={t`Take away choice ${index + 1}`}>
            <Trans>Take away</Trans>
          </Button>
        </p>
      )}
    </fieldset>
  );
}

type ChoicesProps = FieldsProps & { stored: ReadonlySet<string>; most: number };

/** The choices in a group of their own, which bears the fault when they are too few or too many. */
function Choices({ form, code, stored, most }: ChoicesProps) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const id = useId();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'choices' });
  const add = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const { errors } = form.formState;
  // With a field below it, the fault of the list itself is its root.
  const isCountWrong = (errors.choices?.root ?? errors.choices?.message) !== undefined;
  const error = isCountWrong ? t`A question of this kind has at least two choices and at most ${most}.` : undefined;
  const takeAway = (index: number) => {
    remove(index);
    focusAfter(() => add.current);
  };
  return (
    <fieldset
      className={styles.group}
      tabIndex={-1}
      data-invalid={isCountWrong || undefined}
      aria-describedby={controlAttributes(id, { error })['aria-describedby']}
    >
      <legend>{words.choices}</legend>
      <FieldError id={id} error={error} />
      {fields.map((field, index) => (
        <Choice
          key={field.id}
          form={form}
          code={code}
          index={index}
          choice={field.code}
          isStored={stored.has(field.code)}
          onRemove={fields.length > 2 ? () => takeAway(index) : undefined}
        />
      ))}
      <p>
        <Button ref={add} variant="secondary" onClick={() => append({ code: '', points: '', text: blankText() })}>
          <Trans>Add a choice</Trans>
        </Button>
      </p>
    </fieldset>
  );
}

function NumberLimits({ form, code }: FieldsProps) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const { errors } = form.formState;
  const fault = t`Write a number.`;
  return (
    <>
      <div className={styles.checks}>
        <NumberField {...form.register('minimum')} label={words.minimum} hasDecimals error={errors.minimum && fault} />
        <NumberField {...form.register('maximum')} label={words.maximum} hasDecimals error={errors.maximum && fault} />
        <NumberField {...form.register('decimals')} label={words.decimals} error={errors.decimals && fault} />
      </div>
      <BilingualField form={form} name="unit" textKey={`${code}.unit`} label={words.unit} rows={1} />
    </>
  );
}

function YesNoPoints({ form }: FieldsProps) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const fault = form.formState.errors['points' as 'pointsYes'] && t`0 to 4, in quarters, for both or for none.`;
  return (
    <div className={styles.checks}>
      <NumberField {...form.register('pointsYes')} label={words.pointsYes} isOptional hasDecimals error={fault} />
      <NumberField {...form.register('pointsNo')} label={words.pointsNo} isOptional hasDecimals error={fault} />
    </div>
  );
}

/** What belongs to the kind of question: its levels, choices or limits. */
export function ItemKindFields({ form, stored }: { form: ItemForm; stored: ItemSource | null }) {
  const { t } = useLingui();
  const words = useItemFieldWords();
  const [kind, code] = useWatch({ control: form.control, name: ['kind', 'code'] });
  switch (kind) {
    case 'ladder':
      return <Levels form={form} code={code} />;
    case 'single-choice':
    case 'multiple-choice': {
      const codes = stored !== null && 'choices' in stored ? stored.choices.map((choice) => choice.code) : [];
      return <Choices form={form} code={code} stored={new Set(codes)} most={mostChoices[kind]} />;
    }
    case 'number':
      return <NumberLimits form={form} code={code} />;
    case 'yes-no':
      return <YesNoPoints form={form} code={code} />;
    case 'text':
      return (
        <NumberField
          {...form.register('maximumLength')}
          label={words.maximumLength}
          error={form.formState.errors.maximumLength && t`A whole number from 1 to 4,000.`}
        />
      );
  }
}
