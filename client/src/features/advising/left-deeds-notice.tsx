import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionOutcomeNotice } from './action-outcome.tsx';
import styles from './actions.module.css';
import { useLeftDeeds } from './left-deeds.ts';
import type { Deed } from './referral-action.ts';
import { sendAction } from './send-action.ts';

/** What was begun on a page that was left, and did not go through: nobody would see it there. */
export function LeftDeedsNotice({ personId }: { personId: string | null }) {
  const { t } = useLingui();
  const { deeds, change, forget } = useLeftDeeds(personId);
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  const tryAgain = async (number: number, deed: Deed) => {
    setBusy(number);
    change(number, await sendAction(deed));
    setBusy(null);
    void revalidate();
    focusAfter(() => box.current);
  };
  return (
    <section ref={box} tabIndex={-1} aria-label={t`What did not go through`} className={styles.left}>
      {deeds.map(({ number, outcome }) => (
        <div key={number} className={styles.said}>
          <ActionOutcomeNotice outcome={outcome} />
          <ButtonRow>
            {outcome.again !== null && (
              <Button
                variant="secondary"
                isBusy={busy === number}
                onClick={() => outcome.again !== null && void tryAgain(number, outcome.again)}
              >
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
