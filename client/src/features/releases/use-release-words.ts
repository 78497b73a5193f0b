import { useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import type { Population } from '#shared/domain/benchmark/release.ts';
import { formatDay } from '../../lib/format.ts';
import { lastDayOf } from '../../lib/last-day-of.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Period } from './period.ts';

type Standing = Pick<ReleaseRow, 'status'> & { isInterrupted?: boolean };

/** What periods, populations and states are called. */
export function useReleaseWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const populations: Record<Population, string> = {
    sme: t`Firms with fewer than 250 employees`,
    all: t`All firms, whatever their size`,
  };
  return {
    population: (code: Population): string => populations[code],
    period: (period: Period): string =>
      `${formatDay(period.from, language)} – ${formatDay(lastDayOf(period), language)}`,
    state: ({ status, isInterrupted = false }: Standing): string => {
      switch (status) {
        case 'building':
          return isInterrupted ? t`Interrupted` : t`Being built`;
        case 'built':
          return t`Built, not published`;
        case 'published':
          return t`Published`;
        case 'dropped':
        case 'cancelled':
          return t`Dropped`;
        case 'failed':
          return t`Could not be built`;
      }
    },
  };
}
