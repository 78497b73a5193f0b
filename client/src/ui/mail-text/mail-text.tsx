import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Language, languages } from '#shared/domain/language.ts';
import { languageNames } from '../../lib/language-names.ts';
import { RadioGroup } from '../field/radio-group.tsx';
import styles from './mail-text.module.css';

type Part =
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

type Written = {
  readonly sender: { readonly name: string; readonly address: string | null };
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly footer: string;
  readonly plain: string;
};

type View = 'laid-out' | 'plain';

function MailPart({ part }: { part: Part }) {
  if (part.kind === 'list') {
    return (
      <ul>
        {[...part.lines.entries()].map(([place, line]) => (
          <li key={place}>{line}</li>
        ))}
      </ul>
    );
  }
  if (part.kind !== 'link') return <p data-kind={part.kind}>{part.text}</p>;
  return (
    <p>
      <span className={styles.link}>{part.text}</span>
      <br />
      <span className={styles.address}>{part.address}</span>
    </p>
  );
}

function Mail({ mail, language, view }: { mail: Written; language: Language; view: View }) {
  const { sender, subject, parts, footer, plain } = mail;
  return (
    <div className={styles.mail}>
      <p className={styles.about}>{languageNames[language]}</p>
      <dl className={styles.head}>
        <div>
          <dt>
            <Trans>From</Trans>
          </dt>
          <dd>{sender.address === null ? sender.name : `${sender.name} <${sender.address}>`}</dd>
        </div>
        <div>
          <dt>
            <Trans>Subject</Trans>
          </dt>
          <dd lang={language}>{subject}</dd>
        </div>
      </dl>
      {view === 'plain' ? (
        <pre lang={language} className={styles.plain}>
          {plain}
        </pre>
      ) : (
        <div lang={language} className={styles.page}>
          <div className={styles.sheet}>
            {[...parts.entries()].map(([place, part]) => (
              <MailPart key={place} part={part} />
            ))}
          </div>
          <p className={styles.footer}>{footer}</p>
        </div>
      )}
    </div>
  );
}

/** A mail as whoever gets it sees it, in each language it goes out in. Every mail has both parts; its program shows one. */
export function MailText({ name, mail }: { name: string; mail: Readonly<Record<Language, Written>> }) {
  const { t } = useLingui();
  const [view, setView] = useState<View>('laid-out');
  return (
    <div className={styles.mail}>
      <RadioGroup
        name={`${name}-view`}
        legend={t`How the mail program shows it`}
        hint={t`The links lead nowhere here. In the mail to a firm they are its own.`}
        options={[
          { value: 'laid-out', label: t`Laid out` },
          { value: 'plain', label: t`As text alone` },
        ]}
        value={view}
        onChange={({ currentTarget: { value } }) => setView(value === 'plain' ? 'plain' : 'laid-out')}
      />
      {languages.map((language) => (
        <Mail key={language} mail={mail[language]} language={language} view={view} />
      ))}
    </div>
  );
}
