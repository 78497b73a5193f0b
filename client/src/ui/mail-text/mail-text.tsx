import { type Language, languages } from '#shared/domain/language.ts';
import { languageNames } from '../../lib/language-names.ts';
import { Panel } from '../panel/panel.tsx';
import styles from './mail-text.module.css';

type Written = { readonly subject: string; readonly paragraphs: readonly string[] };

/** A mail as it goes out, in each language it goes out in. */
export function MailText({ mail }: { mail: Readonly<Record<Language, Written>> }) {
  return languages.map((language) => (
    <Panel key={language} tone="sunken">
      <div lang={language} className={styles.mail}>
        <p className={styles.muted}>{languageNames[language]}</p>
        <p>
          <strong>{mail[language].subject}</strong>
        </p>
        {mail[language].paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Panel>
  ));
}
