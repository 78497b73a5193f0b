import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';

export type NumberFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name' | 'type' | 'inputMode'> & {
    name: string;
    /** Word after the figure: "anställda", "procent". */
    unit?: string | undefined;
    hasDecimals?: boolean | undefined;
  };

/**
 * A figure as text with a numeric keyboard: a number input drops a decimal comma in some browsers and changes
 * by the scroll wheel. Read the value with `parseNumber`.
 */
export function NumberField({ label, hint, error, isOptional, unit, hasDecimals, ...input }: NumberFieldProps) {
  const id = fieldId(input.name);
  const attributes = controlAttributes(id, { hint, error });
  const unitId = unit ? `${id}-unit` : undefined;
  const describedBy = [attributes['aria-describedby'], unitId].filter(Boolean).join(' ') || undefined;

  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <div className={styles.withUnit}>
        <input
          autoComplete="off"
          {...input}
          {...attributes}
          aria-describedby={describedBy}
          type="text"
          inputMode={hasDecimals ? 'decimal' : 'numeric'}
          className={styles.control}
          data-width="short"
        />
        {unit && <span id={unitId}>{unit}</span>}
      </div>
    </Field>
  );
}
