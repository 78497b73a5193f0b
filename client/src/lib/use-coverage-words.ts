import { useLingui } from '@lingui/react/macro';
import type { Coverage } from '#shared/domain/review/review-coverage.ts';

/** What a reviewed level rests on; nothing where it rests on every question. */
export function useCoverageWords(): (coverage: Coverage | undefined) => string | undefined {
  const { t } = useLingui();
  return (coverage) => {
    if (coverage === undefined || coverage.judged === coverage.total) return undefined;
    const { judged, total } = coverage;
    return t`${judged} of ${total} questions judged`;
  };
}
