import styles from './preferences.module.css';

export type LanguageChoice<Code extends string> = { code: Code; name: string };

export type LanguageSwitchProps<Code extends string> = {
  languages: readonly LanguageChoice<Code>[];
  current: Code;
  onChange: (language: Code) => void;
};

/** The other languages, each written and pronounced in itself. */
export function LanguageSwitch<Code extends string>({ languages, current, onChange }: LanguageSwitchProps<Code>) {
  return languages
    .filter(({ code }) => code !== current)
    .map(({ code, name }) => (
      <button key={code} type="button" lang={code} className={styles.language} onClick={() => onChange(code)}>
        {name}
      </button>
    ));
}
