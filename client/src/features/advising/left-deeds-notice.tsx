import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useRevalidator } from 'react-router';
import { isNoReply } from '../../lib/http/errors.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionOutcomeNotice } from './action-outcome.tsx';
import styles from './actions.module.css';
import { tryLeftDeed, useAfterLeftDeeds, useLeftDeeds } from './left-deeds.ts';

/** What was begun on a page that was left, and did not go through: nobody would see it there. */
export function LeftDeedsNotice({ personId }: { personId: string | null }) {
  const { t } = useLingui();
  const { deeds, forget } = useLeftDeeds(personId);
  const { revalidate } = useRevalidator();
  const box = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  useAfterLeftDeeds(() => void revalidate());
  const tryAgain = async (number: number) => {
    await tryLeftDeed(number);
    focusAfter(() => box.current);
  };
  return (
    <section ref={box} tabIndex={-1} aria-label={t`What did not go through`} className={styles.left}>
      {deeds.map(({ number, outcome, isBusy }) => (
        <div key={number} className={styles.said}>
          <ActionOutcomeNotice outcome={outcome} />
          {outcome.again !== null && isNoReply(outcome.failure) && (
            <p>
              <Trans>It is sent by itself when the network is back, as long as this tab is open.</Trans>
            </p>
          )}
          <ButtonRow>
            {outcome.again !== null && (
              <Button variant="secondary" isBusy={isBusy} onClick={() => void tryAgain(number)}>
                <Trans>Try again</Trans>
              </Button>
            )}
            <Button variant="quiet" onClick={() => forget(number)}>
              <Trans>Hide this</Trans>
            </Button>
          </ButtonRow>
        </div>
      ))}
    </section>
  );
}
