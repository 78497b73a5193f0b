import { type ComponentProps, useEffect, useState } from 'react';
import { CharacterCount } from './character-count.tsx';
import styles from './field.module.css';
import { controlAttributes, Field, type FieldTexts, fieldId } from './field.tsx';

export type TextAreaFieldProps = FieldTexts &
  Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id' | 'name' | 'maxLength'> & {
    name: string;
    /** Counts down towards this length. Typing is never cut off: too much is for validation to say. */
    maximumLength?: number | undefined;
  };

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, isOptional, maximumLength, onInput, rows = 4, ...area } = props;
  const id = fieldId(area.name);
  const [typedLength, setTypedLength] = useState(String(area.value ?? area.defaultValue ?? '').length);
  const length = area.value === undefined ? typedLength : String(area.value).length;

  // A form that is emptied from outside says so in no event.
  useEffect(() => {
    const control = document.getElementById(id);
    if (control instanceof HTMLTextAreaElement) setTypedLength(control.value.length);
  });

  const handleInput: NonNullable<typeof onInput> = (event) => {
    setTypedLength(event.currentTarget.value.length);
    onInput?.(event);
  };

  return (
    <Field id={id} texts={{ label, hint, error, isOptional }}>
      <textarea
        {...area}
        {...controlAttributes(id, { hint, error })}
        rows={rows}
        className={styles.control}
        data-width="full"
        onInput={handleInput}
      />
      {maximumLength !== undefined && <CharacterCount length={length} maximum={maximumLength} />}
    </Field>
  );
}
