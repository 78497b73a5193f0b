import { Trans } from '@lingui/react/macro';
import type { CampaignPreviews } from '#shared/contracts/campaigns.ts';
import { languages } from '#shared/domain/language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './campaigns.module.css';

const languageNames = { sv: 'Svenska', en: 'English' } as const;

function Mail({ mail }: { mail: CampaignPreviews['invitation'] }) {
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

/** The mails as they go out, in each language they go out in. */
export function MailPreviews({ previews }: { previews: CampaignPreviews }) {
  return (
    <>
      <Details summary={<Trans>The invitation</Trans>} isOpenAtFirst>
        <Mail mail={previews.invitation} />
      </Details>
      <Details summary={<Trans>The reminder</Trans>}>
        <Mail mail={previews.reminder} />
      </Details>
    </>
  );
}
