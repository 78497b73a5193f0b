import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionReport } from './action-report.tsx';
import styles from './queue-rows.module.css';
import type { Target } from './referral-action.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

type QueueDockProps = {
  chosen: readonly Target[];
  desk: ReferralDesk;
  ownPersonId: string | null;
  onRelease: () => void;
  ref: Ref<HTMLDivElement>;
};

/** What can be done with the chosen rows, within reach wherever on the list one is; and what came of it. */
export function QueueDock({ chosen, desk, ownPersonId, onRelease, ref }: QueueDockProps) {
  const { t } = useLingui();
  const { pending, sending, outcome, isUndone } = desk.actions;
  const isTelling = pending !== null || sending !== null || outcome !== null || isUndone;
  return (
    <div ref={ref} tabIndex={-1} className={styles.dock} data-active={chosen.length > 0 || isTelling || undefined}>
      <ActionReport desk={desk} />
      {chosen.length > 0 && (
        <>
          <div className={styles.chosen}>
            <p role="status">
              <Plural value={chosen.length} one="# chosen" other="# chosen" />
            </p>
            <Button variant="quiet" onClick={onRelease}>
              <Trans>Choose none</Trans>
            </Button>
          </div>
          <ActionBar
            name="assign-chosen"
            label={t`With those chosen`}
            targets={chosen}
            desk={desk}
            ownPersonId={ownPersonId}
          />
        </>
      )}
    </div>
  );
}
