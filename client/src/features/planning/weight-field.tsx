import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { controlAttributes, Field, fieldId } from '../../ui/field/field.tsx';
import styles from './planning.module.css';

type WeightFieldProps = {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  value: number;
  onChange: (value: number) => void;
};

/** How much something weighs, 0 to 10. */
export function WeightField({ name, label, hint, value, onChange }: WeightFieldProps) {
  const { t } = useLingui();
  const id = fieldId(name);
  return (
    <Field id={id} texts={{ label, hint }}>
      <div className={styles.weight}>
        <input
          {...controlAttributes(id, { hint })}
          type="range"
          min={0}
          max={10}
          step={1}
          value={value}
          aria-valuetext={value === 0 ? t`0 of 10: does not count` : t`${value} of 10`}
          className={styles.slider}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
        <output htmlFor={id} className={styles.figure}>
          {value}
        </output>
      </div>
    </Field>
  );
}
