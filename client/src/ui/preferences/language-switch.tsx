import styles from './preferences.module.css';

export type LanguageChoice<Code extends string> = { code: Code; name: string };

export type LanguageSwitchProps<Code extends string> = {
  languages: readonly LanguageChoice<Code>[];
  current: Code;
  onChange: (language: Code) => void;
};

/** The other languages, each written and pronounced in itself. */
export function LanguageSwitch<Code extends string>({ languages, current, onChange }: LanguageSwitchProps<Code>) {
  return (
    languages
      .filter(({ code }) => code !== current)
      // By place, so that the button that was pressed stays, and the focus on it, when it comes to say another language.
      .map(({ code, name }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what stays the same
        <button key={place} type="button" lang={code} className={styles.language} onClick={() => onChange(code)}>
          {name}
        </button>
      ))
  );
}
