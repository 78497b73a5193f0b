import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import type { Population } from '#shared/domain/benchmark/release.ts';
import { formatDay } from '../../lib/format.ts';
import { lastDayOf } from '../../lib/last-day-of.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { Period } from './period.ts';

type Standing = Pick<ReleaseRow, 'status' | 'isBlocked'> & { isInterrupted?: boolean };

/** What periods, populations, contents and states are called. */
export function useReleaseWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const populations: Record<Population, string> = {
    sme: t`Firms with fewer than 250 employees`,
    all: t`All firms, whatever their size`,
  };
  const period = ({ from, until }: Period): string =>
    `${formatDay(from, language)} – ${formatDay(lastDayOf({ until }), language)}`;
  return {
    population: (code: Population): string => populations[code],
    period,
    /** Of the effect of support the earlier answers and the later ones. */
    periods: (periods: readonly Period[]): string => {
      const [first, second] = periods.map(period);
      return second === undefined ? (first ?? '') : t`${first} and again ${second}`;
    },
    contents: ({ areas, others }: Pick<ReleaseRow, 'areas' | 'others'>): string => {
      const told = t`${plural(areas, { one: '# area', other: '# areas' })}`;
      const figures = t`${plural(others, { one: '# figure of other than levels', other: '# figures of other than levels' })}`;
      if (others === 0) return told;
      return areas === 0 ? figures : t`${told} and ${figures}`;
    },
    state: ({ status, isBlocked, isInterrupted = false }: Standing): string => {
      switch (status) {
        case 'building':
          return isInterrupted ? t`Interrupted` : t`Being built`;
        case 'built':
          return isBlocked ? t`Cannot be published` : t`Built, not published`;
        case 'published':
          return t`Published`;
        case 'dropped':
          return t`Dropped`;
        case 'cancelled':
          return t`Stopped`;
        case 'failed':
          return t`Could not be built`;
      }
    },
  };
}
