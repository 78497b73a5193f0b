import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';

/** Where something on the page was made up for the demo. */
export function SimulatedNotice({ isSimulated }: { isSimulated: boolean }) {
  if (!isSimulated) return null;
  return (
    <Notice tone="warning" title={<Trans>Made up for the demo</Trans>}>
      <p>
        <Trans>
          What is marked as simulated shows how the page works and says nothing about real efforts or indexes.
        </Trans>
      </p>
    </Notice>
  );
}
