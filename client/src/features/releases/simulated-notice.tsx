import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';

/** Says that the figures are of firms that are made up. */
export function SimulatedNotice({ isSimulated }: { isSimulated: boolean }) {
  if (!isSimulated) return null;
  return (
    <Notice tone="warning" title={<Trans>Simulated firms</Trans>}>
      <p>
        <Trans>The figures show how the page works and say nothing about real firms.</Trans>
      </p>
    </Notice>
  );
}
