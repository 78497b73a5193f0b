import { Trans } from '@lingui/react/macro';
import type { OutreachPreviews } from '#shared/contracts/outreach.ts';
import { languages } from '#shared/domain/language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './outreach.module.css';

export const languageNames = { sv: 'Svenska', en: 'English' } as const;

/** The mail as it goes out, in each language it goes out in. */
export function MailPreview({ mail }: { mail: OutreachPreviews['reminder'] }) {
  return (
    <Details summary={<Trans>What the mail says</Trans>}>
      {languages.map((language) => (
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
      ))}
    </Details>
  );
}
