import type { ComponentProps } from 'react';
import { CharacterCount } from './character-count.tsx';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';

export type TextAreaFieldProps = FieldTexts &
  Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id' | 'name' | 'maxLength' | 'value' | 'defaultValue'> & {
    name: string;
    /** What stands there, also where a form keeps it: what is counted follows it when the form is emptied. */
    value: string;
    /** Counts down towards this length. Typing is never cut off: too much is for validation to say. */
    maximumLength?: number | undefined;
  };

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, isOptional, maximumLength, rows = 4, ...area } = props;
  const id = fieldId(area.name);

  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <textarea
        {...area}
        {...controlAttributes(id, { hint, error })}
        rows={rows}
        className={styles.control}
        data-width="full"
      />
      {maximumLength !== undefined && <CharacterCount length={area.value.length} maximum={maximumLength} />}
    </Field>
  );
}
