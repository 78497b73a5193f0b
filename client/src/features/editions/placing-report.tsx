import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import type { PlacingDesk } from './use-placing.ts';

/** What the last move came to; and what can be done when the last place was gone. */
export function PlacingReport({ desk }: { desk: PlacingDesk }) {
  const { tooLate } = desk;
  return (
    <>
      <DoneNotice done={desk.done} />
      <FaultNotice fault={desk.action.fault} />
      {tooLate !== null && (
        <p>
          <Button
            variant="secondary"
            isBusy={desk.action.isBusy}
            onClick={() => desk.place(tooLate.at, tooLate.firm, { move: 'queue' })}
          >
            <Trans>Put {tooLate.firm.name} on the waiting list</Trans>
          </Button>
        </p>
      )}
    </>
  );
}
