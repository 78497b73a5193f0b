import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { ConsentWordingText } from './consent-wording-text.tsx';
import styles from './firm.module.css';
import { WithoutUsers } from './without-users.tsx';

function Given({ consent }: { consent: FirmConsent }) {
  const language = useLanguage();
  const day = formatDate(new Date(consent.givenAt), language);
  const { givenBy } = consent;
  return givenBy === null ? (
    <Trans>Since {day}.</Trans>
  ) : (
    <Trans>
      Since {day}, agreed by {givenBy}.
    </Trans>
  );
}

/** One consent that stands: who was let in, since when, by whom, on what words. */
export function ConsentRow({
  consent,
  wordings,
  withoutUsers,
  action,
}: {
  consent: FirmConsent;
  wordings: readonly ConsentWording[];
  withoutUsers: FirmAccess['withoutUsers'];
  action: ReactNode;
}) {
  const localise = useLocalised();
  const wording = wordings.find(({ version }) => version === consent.wordingVersion);
  const version = versionNumber(consent.wordingVersion);
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{localise(consent.receiver.name)}</p>
        <p className={styles.about}>
          <Given consent={consent} />
        </p>
        {withoutUsers.includes(consent.receiver.code) && (
          <p>
            <WithoutUsers purpose={consent.purpose} name={localise(consent.receiver.name)} />
          </p>
        )}
      </div>
      {action}
      <div className={styles.whole}>
        {wording === undefined ? (
          <p className={styles.about}>
            <Trans>Wording, version {version}</Trans>
          </p>
        ) : (
          <Details summary={<Trans>What was agreed to</Trans>}>
            <ConsentWordingText wording={wording} />
          </Details>
        )}
      </div>
    </li>
  );
}

export function WithdrawButton({ consent, onClick }: { consent: FirmConsent; onClick: () => void }) {
  const { t } = useLingui();
  const receiver = useLocalised()(consent.receiver.name);
  return (
    <Button variant="secondary" onClick={onClick} aria-label={t`Withdraw consent for ${receiver}`}>
      <Trans>Withdraw consent</Trans>
    </Button>
  );
}
