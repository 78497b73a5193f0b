import { type ReactNode, useId } from 'react';
import styles from './editing.module.css';

export type CheckboxOptionsProps<Value extends string> = {
  legend: ReactNode;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** Several of a few, in the order of the options. */
export function CheckboxOptions<Value extends string>(props: CheckboxOptionsProps<Value>) {
  const { legend, options, chosen, onChange } = props;
  const id = useId();
  const toggle = (value: Value) =>
    onChange(options.map((option) => option.value).filter((each) => (each === value) !== chosen.includes(each)));
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.checks}>
        {options.map(({ value, label }) => (
          <span key={value} className={styles.check}>
            <input
              id={`${id}-${value}`}
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <label htmlFor={`${id}-${value}`}>{label}</label>
          </span>
        ))}
      </div>
    </fieldset>
  );
}
