import { Trans } from '@lingui/react/macro';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import { useLocalised } from '../../lib/use-language.ts';
import styles from './firm.module.css';

/** A wording in full, with the version it goes by. */
export function ConsentWordingText({ wording }: { wording: ConsentWording }) {
  const localise = useLocalised();
  const version = versionNumber(wording.version);
  return (
    <>
      <p>{localise(wording.text)}</p>
      <p className={styles.about}>
        <Trans>Wording, version {version}</Trans>
      </p>
    </>
  );
}
