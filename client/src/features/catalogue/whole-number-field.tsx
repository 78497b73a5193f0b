import { useState } from 'react';
import { NumberField, type NumberFieldProps } from '../../ui/field/number-field.tsx';

type WholeNumberFieldProps = Omit<NumberFieldProps, 'value' | 'onChange'> & {
  value: number | null;
  /** Null when nothing, or no whole number, stands there. */
  onChange: (value: number | null) => void;
};

const read = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);

/** A whole number. What is typed stays as it is typed, also when it is none. */
export function WholeNumberField({ value, onChange, ...field }: WholeNumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  // Another value from outside, as when a conflict is settled, takes the place of what was typed.
  const shown = read(text) === value ? text : value === null ? '' : String(value);
  return (
    <NumberField
      {...field}
      value={value === null && read(text) === null ? text : shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
