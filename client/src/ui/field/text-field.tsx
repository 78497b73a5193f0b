import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';

export type FieldWidth = 'full' | 'half' | 'short';

export type TextFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name'> & {
    name: string;
    width?: FieldWidth | undefined;
  };

/** One line of text. Takes `{...register('name')}` of react-hook-form as it is. */
export function TextField({ label, hint, error, isOptional, width = 'full', ...input }: TextFieldProps) {
  const id = fieldId(input.name);
  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <input
        type="text"
        {...input}
        {...controlAttributes(id, { hint, error })}
        className={styles.control}
        data-width={width}
      />
    </Field>
  );
}
