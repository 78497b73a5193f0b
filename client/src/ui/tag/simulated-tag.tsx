import { Trans } from '@lingui/react/macro';
import { Tag } from './tag.tsx';

/** Says of a firm that it is made up. */
export function SimulatedFirmTag() {
  return (
    <Tag tone="warning">
      <Trans>Simulated firm</Trans>
    </Tag>
  );
}

/** The same in a list, where it is plain what is meant. */
export function SimulatedTag({ isSimulated }: { isSimulated: boolean }) {
  if (!isSimulated) return null;
  return (
    <Tag tone="warning">
      <Trans>Simulated</Trans>
    </Tag>
  );
}

/** Above a result: what is shown is an example. */
export function SimulatedExample({ isSimulated }: { isSimulated: boolean }) {
  if (!isSimulated) return null;
  return (
    <p>
      <Tag tone="warning">
        <Trans>Example with a simulated firm</Trans>
      </Tag>
    </p>
  );
}
