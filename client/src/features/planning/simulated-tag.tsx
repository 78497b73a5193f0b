import { Trans } from '@lingui/react/macro';
import { Tag } from '../../ui/tag/tag.tsx';

/** Marks a firm that is made up. */
export function SimulatedTag({ isSimulated }: { isSimulated: boolean }) {
  if (!isSimulated) return null;
  return (
    <Tag tone="warning">
      <Trans>Simulated</Trans>
    </Tag>
  );
}
