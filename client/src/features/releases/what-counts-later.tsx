import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';

/** Said before anything is built: what can be looked at is compared with from then on. */
export function WhatCountsLater() {
  return (
    <Notice tone="info" title={<Trans>What you build and look at counts</Trans>}>
      <p>
        <Trans>
          All that is built later, by you or another region, is compared with it, also when it is dropped or never
          published. What differs from it by few firms can then be neither looked at nor published. So choose with care
          which answers are counted. The same answers can be built again as often as you like.
        </Trans>
      </p>
    </Notice>
  );
}
