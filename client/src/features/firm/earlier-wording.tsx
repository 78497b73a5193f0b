import { Trans } from '@lingui/react/macro';
import type { FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { isNamingChoices } from '#shared/domain/access/consent.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { ConsentWordingText } from './consent-wording-text.tsx';
import styles from './firm.module.css';

/**
 * Says who reads the results by a wording that does not name what the firm chooses, says of then and adds, and how to agree
 * to the newer one: more ends with such a consent than it, so none takes its place.
 */
export function EarlierWording({ live, wording }: { live: readonly FirmConsent[]; wording: ConsentWording }) {
  const language = useLanguage();
  const localise = useLocalised();
  const earlier = live.filter(({ wordingVersion }) => !isNamingChoices(wordingVersion));
  if (earlier.length === 0 || !isNamingChoices(wording.version)) return null;
  const names = listInWords(
    earlier.map(({ receiver }) => localise(receiver.name)),
    language,
  );
  return (
    <Panel>
      <div className={styles.form}>
        <p className={styles.name}>
          <Trans>There is a newer wording</Trans>
        </p>
        <p>
          <Trans>
            You let {names} in by an earlier one, and it goes on as before. What you make of the suggestions, how you
            now say that it was then and what you add for the EU's measures is not in it, and not shown to them. You
            need not do anything.
          </Trans>
        </p>
        <p>
          <Trans>
            To agree to the newer one, withdraw the consent and let them in again. Their reviews of you are closed to
            them by that. What else ends is said before you withdraw.
          </Trans>
        </p>
        <Details summary={<Trans>The newer wording</Trans>}>
          <ConsentWordingText wording={wording} />
        </Details>
      </div>
    </Panel>
  );
}
