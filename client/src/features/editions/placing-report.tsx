import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { answerWithinDays, leastDaysToAnswer } from '#shared/domain/edition/edition-time.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './editions.module.css';
import { InvitedOverlap } from './invited-overlap.tsx';
import type { PlacingDesk } from './use-placing.ts';

/** Asks before a firm is written to: by one click too many it would have a place, or none. */
function Question({ desk }: { desk: PlacingDesk }) {
  const { t } = useLingui();
  const { asked } = desk;
  const name = asked?.firm.name ?? '';
  const titles = {
    invite: t`Invite ${name}?`,
    accept: t`Has ${name} said yes?`,
    decline: t`Has ${name} said no?`,
  };
  const confirms = {
    invite: t`Send the invitation`,
    accept: t`Yes, it takes the place`,
    decline: t`Yes, it has said no`,
  };
  const meanings = {
    invite: t`The firm gets a mail at once. Its place is held for ${answerWithinDays} days, or until the last day to apply, but for at least ${leastDaysToAnswer} days.`,
    accept: t`The firm is told by mail that the place is its own.`,
    decline: t`The firm is told by mail, and its place becomes free. It can be invited again if there is room.`,
  };
  return (
    <Dialog
      isOpen={asked !== null}
      title={asked === null ? '' : titles[asked.move]}
      onClose={desk.leaveIt}
      actions={
        asked !== null && (
          <Button variant={asked.move === 'decline' ? 'danger' : 'primary'} onClick={desk.confirm}>
            {confirms[asked.move]}
          </Button>
        )
      }
    >
      {asked !== null && <p>{meanings[asked.move]}</p>}
      {asked?.move === 'invite' && <InvitedOverlap at={asked.at} firm={asked.firm} />}
    </Dialog>
  );
}

/** What the last move came to; and what can be done when the last place was gone. */
export function PlacingReport({ desk }: { desk: PlacingDesk }) {
  const { tooLate } = desk;
  const { fault } = desk.action;
  const faultRef = useRef<HTMLDivElement>(null);
  // The button that was pressed may stand far below.
  useEffect(() => {
    if (fault !== undefined) faultRef.current?.focus();
  }, [fault]);
  return (
    <>
      <DoneNotice done={desk.done} />
      <div ref={faultRef} tabIndex={-1} className={styles.report}>
        <FaultNotice fault={fault} />
      </div>
      {tooLate !== null && (
        <p>
          <Button
            variant="secondary"
            isBusy={desk.action.isBusy}
            onClick={() => desk.place(tooLate.at, tooLate.firm, 'queue')}
          >
            <Trans>Put {tooLate.firm.name} on the waiting list</Trans>
          </Button>
        </p>
      )}
      <Question desk={desk} />
    </>
  );
}
