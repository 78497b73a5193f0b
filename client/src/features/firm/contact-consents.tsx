import { Trans } from '@lingui/react/macro';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ConsentRow } from './consent-row.tsx';
import styles from './firm.module.css';

type ContactConsentsProps = {
  consents: readonly FirmConsent[];
  wordings: readonly ConsentWording[];
  withoutUsers: FirmAccess['withoutUsers'];
  /** Where requests are withdrawn; null when the reader can open none of the firm's results. */
  requestsHref: string | null;
};

/** What was agreed to with a request for contact, and ends with it. */
export function ContactConsents({ consents, wordings, withoutUsers, requestsHref }: ContactConsentsProps) {
  if (consents.length === 0) return null;
  return (
    <Section
      title={<Trans>Requests for contact</Trans>}
      lead={
        <Trans>The provider sees the request and whom to ask for, not your results. Withdrawn with the request.</Trans>
      }
    >
      <ul className={styles.list}>
        {consents.map((consent) => (
          <ConsentRow
            key={consent.consentId}
            consent={consent}
            wordings={wordings}
            withoutUsers={withoutUsers}
            action={
              requestsHref !== null && (
                <Link to={requestsHref}>
                  <Trans>To the request</Trans>
                </Link>
              )
            }
          />
        ))}
      </ul>
    </Section>
  );
}
