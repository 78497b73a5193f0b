import { Trans } from '@lingui/react/macro';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import type { StandingPurpose } from '#shared/domain/access/consent.ts';
import { isCountedByCoordination } from '#shared/domain/access/statistics-receivers.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { sendConsent } from './api.ts';
import { ConsentFailure } from './consent-failure.tsx';
import { ConsentWordingText } from './consent-wording-text.tsx';
import styles from './firm.module.css';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

export type NewerWordingProps = {
  firmId: string;
  /** The one that stands. */
  consent: { purpose: StandingPurpose; code: string; wordingVersion: string };
  wording: ConsentWording;
  onGiven: (access: FirmAccess, receiver: string) => void;
};

/** Says that there is a newer wording than the one that was agreed to, and that nothing has to be done. */
export function NewerWording({ firmId, consent, wording, onGiven }: NewerWordingProps) {
  const language = useLanguage();
  const action = useAction(useFirmProblemWords());
  const { purpose, code: receiver, wordingVersion } = consent;
  const isOfMore = isCountedByCoordination(wording.version) && !isCountedByCoordination(wordingVersion);
  const agree = () =>
    action.run(async () => {
      const body = { purpose, receiver, wordingVersion: wording.version, language, hasConsented: true } as const;
      onGiven(await sendConsent(firmId, body), receiver);
    });
  return (
    <Panel>
      <div className={styles.form}>
        <p className={styles.name}>
          <Trans>There is a newer wording</Trans>
        </p>
        <p>
          {isOfMore ? (
            <Trans>
              It lets more be counted, and not only by the regions but also by the coordination of Måttstock, as it says
              below.
            </Trans>
          ) : (
            <Trans>It lets more be counted, as it says below.</Trans>
          )}{' '}
          <Trans>
            You need not do anything: as long as you do not agree to it, you are counted by what you agreed to, and in
            nothing else.
          </Trans>
        </p>
        <ConsentWordingText wording={wording} />
        <ConsentFailure action={action} title={<Trans>Nothing has changed</Trans>} />
        <p>
          <Button variant="secondary" isBusy={action.isBusy} onClick={agree}>
            <Trans>We agree to the newer wording</Trans>
          </Button>
        </p>
      </div>
    </Panel>
  );
}
