import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { NetworkError } from '../../lib/http/errors.ts';
import type { Action } from '../../lib/use-action.ts';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** A consent that was refused has not changed, as `title` says. Without a reply nobody here knows. */
export function ConsentFailure({ action, title }: { action: Action; title: ReactNode }) {
  const { fault, failure } = action;
  if (fault === undefined || !(failure instanceof NetworkError)) return <FaultNotice fault={fault} title={title} />;
  return (
    <Notice tone="warning" role="alert" title={<Trans>We do not know whether it was saved</Trans>}>
      <p>
        <Trans>No reply came. Reload the page and see.</Trans>
      </p>
    </Notice>
  );
}
