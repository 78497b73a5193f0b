import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { controlAttributes, FieldError, FieldHint, type FieldTexts, fieldId } from './field.tsx';

export type CheckboxFieldProps = Omit<FieldTexts, 'isOptional'> &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name' | 'type'> & { name: string };

export function CheckboxField({ label, hint, error, ...input }: CheckboxFieldProps) {
  const id = fieldId(input.name);
  return (
    <div className={styles.field} data-invalid={error ? true : undefined}>
      <FieldError id={id} error={error} />
      <div className={styles.option}>
        <input {...input} {...controlAttributes(id, { hint, error })} type="checkbox" className={styles.mark} />
        <label htmlFor={id}>{label}</label>
        <FieldHint id={id}>{hint}</FieldHint>
      </div>
    </div>
  );
}
