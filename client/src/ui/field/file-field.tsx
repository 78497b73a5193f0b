import type { ChangeEvent, ComponentProps } from 'react';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';

export type FileFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name' | 'type' | 'onChange'> & {
    name: string;
    onFile: (file: File) => void;
    /** The file is being read: another is not taken until then. */
    isBusy?: boolean | undefined;
    /** What was chosen stays chosen, so that the field goes on showing its name. */
    isKept?: boolean | undefined;
  };

/** One file, taken as soon as it is chosen. The same file, mended, can be chosen again. */
export function FileField({
  label,
  hint,
  error,
  isOptional,
  onFile,
  isBusy = false,
  isKept = false,
  ...input
}: FileFieldProps) {
  const id = fieldId(input.name);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!isKept) currentTarget.value = '';
    if (file !== undefined && !isBusy) onFile(file);
  };
  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <input
        {...input}
        {...controlAttributes(id, { hint, error })}
        type="file"
        className={styles.file}
        aria-busy={isBusy || undefined}
        onClick={({ currentTarget }) => {
          currentTarget.value = '';
        }}
        onChange={take}
      />
    </Field>
  );
}
