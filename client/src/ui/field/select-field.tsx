import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';
import type { FieldWidth } from './text-field.tsx';

export type SelectOption = { value: string; label: string };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

export type SelectFieldProps = FieldTexts &
  Omit<ComponentProps<'select'>, 'className' | 'style' | 'id' | 'name' | 'children'> & {
    name: string;
    /** Plain options or options under group headings. */
    options: readonly (SelectOption | SelectGroup)[];
    /** First, empty choice: "Välj kommun". Leave it out when every value is a real answer. */
    placeholder?: string | undefined;
    width?: FieldWidth | undefined;
  };

function SelectItem({ item }: { item: SelectOption | SelectGroup }) {
  if (!('options' in item)) return <option value={item.value}>{item.label}</option>;
  return (
    <optgroup label={item.label}>
      {item.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
}

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, isOptional, options, placeholder, width = 'full', ...select } = props;
  const id = fieldId(select.name);
  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <select {...select} {...controlAttributes(id, { hint, error })} className={styles.control} data-width={width}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((item) => (
          <SelectItem key={'options' in item ? item.label : item.value} item={item} />
        ))}
      </select>
    </Field>
  );
}
