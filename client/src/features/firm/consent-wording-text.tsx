import { Trans } from '@lingui/react/macro';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { useLocalised } from '../../lib/use-language.ts';
import styles from './firm.module.css';

/** A wording in full, with the version it goes by. */
export function ConsentWordingText({ wording }: { wording: ConsentWording }) {
  const localise = useLocalised();
  const { version } = wording;
  return (
    <>
      <p>{localise(wording.text)}</p>
      <p className={styles.about}>
        <Trans>Wording {version}</Trans>
      </p>
    </>
  );
}
