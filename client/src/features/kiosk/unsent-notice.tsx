import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Waiting } from './use-clearing.ts';

export type UnsentNoticeProps = {
  waiting: Waiting;
  /** What can be done about it. */
  children: ReactNode;
  action: Action;
  clear: () => Promise<void>;
};

/** What a clearing would lose is said, and asked about, before it is. */
export function UnsentNotice({ waiting, children, action, clear }: UnsentNoticeProps) {
  const { unsent, shut } = waiting;
  if (unsent === 0) return null;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={<Plural value={unsent} one="# answer has not been sent" other="# answers have not been sent" />}
    >
      <p>{children}</p>
      {shut > 0 && (
        <p>
          <Plural
            value={shut}
            one="# of them belongs to answers that open here no more, since they are in an account now or were closed. Waiting does not help; it is sent only if somebody to whom they open signs in here."
            other="# of them belong to answers that open here no more, since they are in an account now or were closed. Waiting does not help; they are sent only if somebody to whom the answers open signs in here."
          />
        </p>
      )}
      <ButtonRow>
        <Button variant="danger" isBusy={action.isBusy} onClick={() => action.run(clear)}>
          <Trans>Clear the device all the same</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}
