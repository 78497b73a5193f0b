import { type ComponentProps, Fragment, type ReactNode } from 'react';
import styles from './field.module.css';
import { controlAttributes, FieldError, FieldHint, type FieldTexts, fieldId, OptionalMark } from './field.tsx';

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** Stands above the first of the options that have it. */
  heading?: string | undefined;
};

export type ChoiceGroupTexts = Omit<FieldTexts, 'label'> & { legend: ReactNode };

type ChoiceGroupProps = {
  name: string;
  texts: ChoiceGroupTexts;
  options: readonly ChoiceOption[];
  layout?: 'stacked' | 'inline' | undefined;
  type: 'radio' | 'checkbox';
  /** What the input of an option has of its own. */
  inputOf: (option: ChoiceOption) => ComponentProps<'input'>;
};

/** Options under one question. The first one has `fieldId(name)`, for links from the error summary. */
export function ChoiceGroup({ name, texts, options, layout = 'stacked', type, inputOf }: ChoiceGroupProps) {
  const { legend, hint, error, isOptional } = texts;
  const id = fieldId(name);
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
          const isFirst = option.heading !== undefined && option.heading !== options[index - 1]?.heading;
          return (
            <Fragment key={option.value}>
              {isFirst && <p className={styles.heading}>{option.heading}</p>}
              <div className={styles.option}>
                <input
                  {...inputOf(option)}
                  id={optionId}
                  type={type}
                  value={option.value}
                  className={styles.mark}
                  aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                />
                <label htmlFor={optionId}>{option.label}</label>
                <FieldHint id={optionId}>{option.hint}</FieldHint>
              </div>
            </Fragment>
          );
        })}
      </div>
    </fieldset>
  );
}
