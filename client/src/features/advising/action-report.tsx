import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { ActionOutcomeNotice } from './action-outcome.tsx';
import styles from './actions.module.css';
import { UndoNotice } from './undo-notice.tsx';
import { useActionWords } from './use-action-words.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

/** What is about to be done, is being done, and was done last; read out as it changes. */
export function ActionReport({ desk }: { desk: ReferralDesk }) {
  const { t } = useLingui();
  const words = useActionWords();
  const { pending, sending, outcome, isUndone, sendNow } = desk.actions;
  const begin = useEffectEvent(() => {
    // The page was read anew after the deed, and what had the focus has gone with it.
    if (outcome !== null && document.activeElement === document.body) desk.report.current?.focus();
  });
  useEffect(() => begin(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div ref={desk.report} role="group" aria-label={t`What is being done`} tabIndex={-1} className={styles.report}>
      <div role="status" className={styles.said}>
        {pending !== null && (
          <VisuallyHidden>
            {words.underWay(pending.action, pending.targets.length)}. <Trans>It can be undone.</Trans>
          </VisuallyHidden>
        )}
        {isUndone && (
          <Notice>
            <p>
              <Trans>Undone. Nothing has been sent.</Trans>
            </p>
          </Notice>
        )}
        {outcome !== null && <ActionOutcomeNotice outcome={outcome} />}
      </div>
      {sending !== null && <Spinner>{words.underWay(sending.action, sending.targets.length)}</Spinner>}
      {pending !== null && (
        <UndoNotice
          key={pending.targets.map(({ key }) => key).join(' ')}
          pending={pending}
          onUndo={desk.undo}
          onSendNow={desk.sendNow}
          onOver={() => void sendNow()}
        />
      )}
      {(isUndone || outcome !== null) && (
        <ButtonRow>
          {outcome !== null && outcome.again !== null && (
            <Button variant="secondary" onClick={desk.tryAgain}>
              <Trans>Try again</Trans>
            </Button>
          )}
          <Button variant="quiet" onClick={desk.forget}>
            <Trans>Hide this</Trans>
          </Button>
        </ButtonRow>
      )}
    </div>
  );
}
