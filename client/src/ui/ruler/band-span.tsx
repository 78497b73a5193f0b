import { Trans } from '@lingui/react/macro';

/** The names of the bands between which a level lies; one where the answers that are missing cannot change it. */
export function BandSpan({ low, high }: { low: string; high: string }) {
  if (low === high) return low;
  return (
    <Trans>
      “{low}” to “{high}”, depending on the answers that are missing
    </Trans>
  );
}
