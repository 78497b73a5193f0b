import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';
import { controlAttributes, FieldError, FieldHint, type FieldTexts, fieldId, OptionalMark } from './field.tsx';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode | undefined };

export type RadioGroupProps = Omit<FieldTexts, 'label'> &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name' | 'type' | 'value' | 'checked'> & {
    name: string;
    legend: ReactNode;
    options: readonly RadioOption[];
    /** Give it to control the group; leave it out when `{...register('name')}` does. */
    value?: string | null | undefined;
    layout?: 'stacked' | 'inline' | undefined;
  };

/** Radio buttons under one question. The first one has `fieldId(name)`, for links from the error summary. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, hint, error, isOptional, options, value, layout = 'stacked', ...input } = props;
  const id = fieldId(input.name);
  const groupId = `${id}-group`;
  const { 'aria-describedby': describedBy } = controlAttributes(groupId, { hint, error });

  return (
    <fieldset className={styles.field} data-invalid={error ? true : undefined} aria-describedby={describedBy}>
      <legend className={styles.label}>
        {legend}
        <OptionalMark isOptional={isOptional} />
      </legend>
      <FieldHint id={groupId}>{hint}</FieldHint>
      <FieldError id={groupId} error={error} />
      <div className={styles.options} data-layout={layout}>
        {options.map((option, index) => {
          const optionId = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div key={option.value} className={styles.option}>
              <input
                {...input}
                {...(value === undefined ? {} : { checked: value === option.value })}
                id={optionId}
                type="radio"
                value={option.value}
                className={styles.mark}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <label htmlFor={optionId}>{option.label}</label>
              <FieldHint id={optionId}>{option.hint}</FieldHint>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
