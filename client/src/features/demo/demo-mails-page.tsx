import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { DemoMail } from '#shared/contracts/demo.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './demo.module.css';
import { mailParts } from './mail-parts.ts';

function MailCard({ mail }: { mail: DemoMail }) {
  const language = useLanguage();
  const moment = new Date(mail.sentAt);
  const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
  const { recipient } = mail;
  return (
    <li>
      <Panel>
        <h2>{mail.subject}</h2>
        <p className={styles.muted}>
          <Trans>
            To {recipient}, {when}
          </Trans>
        </p>
        <pre className={styles.text}>
          {mailParts(mail.text, window.location.origin).map(({ text, href }, index) =>
            href === undefined ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places.
              <Link key={index} to={href}>
                {text}
              </Link>
            ),
          )}
        </pre>
      </Panel>
    </li>
  );
}

/** The mailbox of everybody in the demo. */
export function DemoMailsPage({ mails, peopleHref }: { mails: readonly DemoMail[]; peopleHref: string }) {
  const { t } = useLingui();
  const { revalidate, state } = useRevalidator();
  const count = mails.length;
  return (
    <Page>
      <PageHeader
        title={t`The mailbox of the demo`}
        lead={t`What the demo sends goes nowhere else. Codes for signing in and invitations end up here, the newest first. As on a real site, invitations of a campaign and other mail about work go between 7 and 21, Swedish time.`}
      >
        <p>
          <Link to={peopleHref}>
            <Trans>The people of the demo</Trans>
          </Link>
        </p>
      </PageHeader>
      <ButtonRow>
        <Button variant="secondary" isBusy={state === 'loading'} onClick={() => void revalidate()}>
          <Trans>Fetch new mail</Trans>
        </Button>
      </ButtonRow>
      <p role="status">
        <Trans>Mails: {count}</Trans>
      </p>
      {count === 0 ? (
        <EmptyState title={<Trans>No mail has been sent yet</Trans>}>
          <p>
            <Trans>Ask for a code to sign in with, or invite somebody, and fetch again.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.mails}>
          {mails.map((mail) => (
            <MailCard key={mail.mailId} mail={mail} />
          ))}
        </ul>
      )}
    </Page>
  );
}
