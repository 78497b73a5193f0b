import { Trans } from '@lingui/react/macro';
import { mostMeasures } from '#shared/domain/benchmark/release.ts';

/** How many are chosen of as many as there may be, at once. */
export function ChosenCount({ chosen }: { chosen: number }) {
  const over = chosen - mostMeasures;
  return (
    <p role="status">
      <Trans>
        {chosen} of at most {mostMeasures} areas and figures chosen.
      </Trans>{' '}
      {over > 0 && <Trans>Take away {over}.</Trans>}
    </p>
  );
}
