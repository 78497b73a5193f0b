import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { TextField } from '#shared/domain/routing/drafting/package-fields.ts';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import styles from './catalogue.module.css';
import { useDraftForm } from './draft-context.tsx';
import { useFieldWords } from './use-field-words.ts';

const longestText = 2000;

type BilingualProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  rows?: number | undefined;
  text: LocalisedText;
  onChange: (text: LocalisedText) => void;
};

/** One text in both languages, side by side where there is room. Swedish is the source. */
export function BilingualText({ name, label, hint, rows = 2, text, onChange }: BilingualProps) {
  const { t } = useLingui();
  const { errorOf } = useDraftForm();
  const sides = [
    { language: 'sv', words: t`${label}, Swedish` },
    { language: 'en', words: t`${label}, English` },
  ] as const;
  return (
    <div className={styles.pair}>
      {sides.map(({ language, words }) => (
        <TextAreaField
          key={language}
          name={`${name}.${language}`}
          lang={language}
          label={words}
          hint={hint}
          rows={rows}
          // The count would stand beside every short text; it is said when it is too much.
          {...(text[language].length > longestText * 0.9 ? { maximumLength: longestText } : {})}
          error={errorOf(`${name}.${language}`)}
          value={text[language]}
          onChange={(event) => onChange({ ...text, [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** A text of the package itself. */
export function DraftText({ field, hint, rows }: { field: TextField; hint?: ReactNode; rows?: number }) {
  const { draft, change } = useDraftForm();
  const words = useFieldWords();
  return (
    <BilingualText
      name={field}
      label={words[field]}
      hint={hint}
      rows={rows}
      text={draft[field]}
      onChange={(text) => change({ [field]: text })}
    />
  );
}

type ListField = {
  [Field in keyof PackageDraft]-?: PackageDraft[Field] extends readonly string[] ? Field : never;
}[keyof PackageDraft];

type DraftListProps = {
  field: ListField;
  codes: readonly string[];
  nameOf: (code: string) => string;
  hint?: ReactNode;
  layout?: 'stacked' | 'inline';
};

/** Several of a list. What the list does not offer and the package has stays in it. */
export function DraftList({ field, codes, nameOf, hint, layout = 'inline' }: DraftListProps) {
  const { draft, change, errorOf } = useDraftForm();
  const words = useFieldWords();
  const chosen = draft[field] as readonly string[];
  const options = codes.map((value) => ({ value, label: nameOf(value) }));
  const others = chosen.filter((code) => !codes.includes(code));
  return (
    <CheckboxGroup
      name={field}
      legend={words[field]}
      hint={hint}
      layout={layout}
      options={options}
      value={chosen}
      error={errorOf(field)}
      onToggle={(code) => change({ [field]: [...toggled(options, chosen, code), ...others] })}
    />
  );
}

type DraftChoiceProps = {
  field: 'stance' | 'format' | 'intake' | 'priority';
  options: readonly { value: string; label: string }[];
  placeholder?: string;
  hint?: ReactNode;
  onChoose?: (value: string) => void;
};

/** One of a list. */
export function DraftChoice({ field, options, placeholder, hint, onChoose }: DraftChoiceProps) {
  const { draft, change, errorOf } = useDraftForm();
  const words = useFieldWords();
  const choose = onChoose ?? ((value: string) => change({ [field]: value === '' ? null : value }));
  return (
    <SelectField
      name={field}
      label={words[field]}
      hint={hint}
      options={options}
      placeholder={placeholder}
      error={errorOf(field)}
      value={draft[field] ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

export const optionsOf = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  (Object.entries(words) as [Code, string][]).map(([value, label]) => ({ value, label }));
