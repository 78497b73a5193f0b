import { Plural, Trans } from '@lingui/react/macro';
import type { DemoReleasesToCome } from '#shared/contracts/demo.ts';
import { Notice } from '../../ui/notice/notice.tsx';

/** Says that the demo's figures are being counted at this moment, in words for somebody who has just started it. */
export function ReleasesToCome({ toCome }: { toCome: DemoReleasesToCome | null }) {
  if (toCome === null || toCome.left === 0) return <div role="status" />;
  const { left, of } = toCome;
  return (
    <div role="status">
      <Notice title={<Trans>The demo is counting its figures right now</Trans>}>
        <p>
          <Trans>
            The server counts what the made-up firms have answered, and checks that no single firm can be read out. It
            goes on behind the scenes the first time the demo is started, and takes about a minute.
          </Trans>
        </p>
        <p>
          <Plural
            value={left}
            one={`# of ${of} releases is left. It comes here by itself.`}
            other={`# of ${of} releases are left. They come here by themselves.`}
          />
        </p>
      </Notice>
    </div>
  );
}
