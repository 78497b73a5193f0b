import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { NetworkError } from '../../lib/http/errors.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { FailureNotice } from './failure-notice.tsx';

/** A consent that was refused has not changed, as `title` says. Without a reply nobody here knows. */
export function ConsentFailure({ error, title }: { error: unknown; title: ReactNode }) {
  if (!(error instanceof NetworkError)) return <FailureNotice error={error} title={title} />;
  return (
    <Notice tone="warning" role="alert" title={<Trans>We do not know whether it was saved</Trans>}>
      <p>
        <Trans>No reply came. Reload the page and see.</Trans>
      </p>
    </Notice>
  );
}
