import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

export type UnsentNoticeProps = {
  unsent: number;
  /** What can be done about it. */
  children: ReactNode;
  action: Action;
  clear: () => Promise<void>;
};

/** What a clearing would lose is said, and asked about, before it is. */
export function UnsentNotice({ unsent, children, action, clear }: UnsentNoticeProps) {
  if (unsent === 0) return null;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={<Plural value={unsent} one="# answer has not been sent" other="# answers have not been sent" />}
    >
      <p>{children}</p>
      <ButtonRow>
        <Button variant="danger" isBusy={action.isBusy} onClick={() => action.run(clear)}>
          <Trans>Clear the device all the same</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}
