import { Trans } from '@lingui/react/macro';
import { municipalityCode } from '#shared/domain/benchmark/choices.ts';

/** Why the parts of a division are not all of its whole, where they are of firms that have agreed to more. */
export function OtherConsent({ breakdown }: { breakdown: readonly string[] }) {
  if (!breakdown.includes(municipalityCode)) return null;
  return (
    <p>
      <Trans>
        By size of municipality only those firms are counted that have agreed to be counted by their municipality. They
        are fewer than all firms, so that all firms together may lie above or below every part.
      </Trans>
    </p>
  );
}
