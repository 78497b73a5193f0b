import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ActionBar } from './action-bar.tsx';
import { ActionReport } from './action-report.tsx';
import actionStyles from './actions.module.css';
import styles from './queue-rows.module.css';
import type { Choice } from './use-chosen-rows.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

type QueueDockProps = {
  chosen: readonly Choice[];
  desk: ReferralDesk;
  ownPersonId: string | null;
  onRelease: () => void;
  ref: Ref<HTMLDivElement>;
};

type ChosenProps = Pick<QueueDockProps, 'chosen' | 'desk' | 'ownPersonId'>;

/** Whoever else is chosen is told of before anything is sent. */
function RemindButton({ chosen, desk, isAlone }: Pick<ChosenProps, 'chosen' | 'desk'> & { isAlone: boolean }) {
  if (!chosen.some(({ isRemindable }) => isRemindable)) return null;
  return (
    <Button
      variant={isAlone ? 'primary' : 'secondary'}
      isBusy={desk.actions.sending !== null}
      onClick={() => desk.askToRemind(chosen)}
    >
      <Trans>Remind</Trans>
    </Button>
  );
}

/** With a firm among them that has no request under way, what is done with requests cannot be done with all. */
function ChosenActions({ chosen, desk, ownPersonId }: ChosenProps) {
  const { t } = useLingui();
  const label = t`With those chosen`;
  const requests = chosen.flatMap(({ request }) => request ?? []);
  if (requests.length < chosen.length) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
      <div className={actionStyles.bar} role="group" aria-label={label}>
        <RemindButton chosen={chosen} desk={desk} isAlone />
        {requests.length > 0 && (
          <p>
            <Trans>
              Some of those chosen have no request under way, so all that can be done with them is to remind.
            </Trans>
          </p>
        )}
      </div>
    );
  }
  return (
    <ActionBar name="assign-chosen" label={label} targets={requests} desk={desk} ownPersonId={ownPersonId}>
      <RemindButton chosen={chosen} desk={desk} isAlone={false} />
    </ActionBar>
  );
}

/** What can be done with the chosen rows, within reach wherever on the list one is; and what came of it. */
export function QueueDock({ chosen, desk, ownPersonId, onRelease, ref }: QueueDockProps) {
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
          <ChosenActions chosen={chosen} desk={desk} ownPersonId={ownPersonId} />
        </>
      )}
    </div>
  );
}
