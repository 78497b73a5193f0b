import { Trans, useLingui } from '@lingui/react/macro';
import { useFieldArray, useWatch } from 'react-hook-form';
import { mostChoices } from '#shared/domain/instrument/item.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { Button } from '../../ui/button/button.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import type { ItemForm } from './item-fields.tsx';
import { blankText } from './item-values.ts';

type FieldsProps = { form: ItemForm; code: string };

function Levels({ form, code }: FieldsProps) {
  const { t } = useLingui();
  const { scale } = useEditing().draft.content.sources.instrument;
  return scale.levels.map((name, level) => (
    <BilingualField
      // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number.
      key={level}
      form={form}
      name={`levels.${level}`}
      textKey={`${code}.level.${level}`}
      label={t`Level ${level} (${name.sv})`}
    />
  ));
}

/** A choice keeps its code for good, so only a new one is given one. */
function Choices({ form, code, stored, most }: FieldsProps & { stored: ReadonlySet<string>; most: number }) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'choices' });
  const { errors } = form.formState;
  // With a field below it, the fault of the list itself is its root.
  const isCountWrong = (errors.choices?.root ?? errors.choices?.message) !== undefined;
  return (
    <>
      {fields.map((field, index) => (
        <fieldset key={field.id} className={styles.nested}>
          <legend>{t`Choice ${index + 1}`}</legend>
          <div className={styles.checks}>
            <TextField
              {...form.register(`choices.${index}.code`)}
              label={t`Code`}
              width="short"
              readOnly={stored.has(field.code)}
              error={errors.choices?.[index]?.code && t`Lower-case letters, figures and hyphens.`}
            />
            <NumberField
              {...form.register(`choices.${index}.points`)}
              label={t`Points`}
              isOptional
              hasDecimals
              error={errors.choices?.[index]?.points && t`0 to 4, in quarters.`}
            />
          </div>
          <BilingualField
            form={form}
            name={`choices.${index}.text`}
            textKey={`${code}.choice.${field.code}`}
            label={t`Choice ${index + 1}`}
          />
          {fields.length > 2 && (
            <p>
              <Button variant="quiet" onClick={() => remove(index)} aria-label={t`Take away choice ${index + 1}`}>
                <Trans>Take away</Trans>
              </Button>
            </p>
          )}
        </fieldset>
      ))}
      {isCountWrong && <p>{t`A question of this kind has at least two choices and at most ${most}.`}</p>}
      <p>
        <Button variant="secondary" onClick={() => append({ code: '', points: '', text: blankText() })}>
          <Trans>Add a choice</Trans>
        </Button>
      </p>
    </>
  );
}

function NumberLimits({ form, code }: FieldsProps) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const fault = t`Write a number.`;
  return (
    <>
      <div className={styles.checks}>
        <NumberField {...form.register('minimum')} label={t`Lowest`} hasDecimals error={errors.minimum && fault} />
        <NumberField {...form.register('maximum')} label={t`Highest`} hasDecimals error={errors.maximum && fault} />
        <NumberField {...form.register('decimals')} label={t`Decimals`} error={errors.decimals && fault} />
      </div>
      <BilingualField form={form} name="unit" textKey={`${code}.unit`} label={t`Unit`} rows={1} />
    </>
  );
}

function YesNoPoints({ form }: FieldsProps) {
  const { t } = useLingui();
  const fault = form.formState.errors['points' as 'pointsYes'] && t`0 to 4, in quarters, for both or for none.`;
  return (
    <div className={styles.checks}>
      <NumberField {...form.register('pointsYes')} label={t`Points for yes`} isOptional hasDecimals error={fault} />
      <NumberField {...form.register('pointsNo')} label={t`Points for no`} isOptional hasDecimals error={fault} />
    </div>
  );
}

/** What belongs to the kind of question: its levels, choices or limits. */
export function ItemKindFields({ form, stored }: { form: ItemForm; stored: ItemSource | null }) {
  const { t } = useLingui();
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
          label={t`Most characters`}
          error={form.formState.errors.maximumLength && t`A whole number from 1 to 4,000.`}
        />
      );
  }
}
