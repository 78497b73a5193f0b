import { useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import type { Place } from '#shared/domain/benchmark/frame.ts';
import type { Population } from '#shared/domain/benchmark/release.ts';
import type { Branch, County, SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { formatDay } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { lastDayOf, type Period } from './period.ts';
import { placeOfKey } from './release-view.ts';

type Standing = Pick<ReleaseRow, 'status'> & { isInterrupted?: boolean };

/** What groups, divisions, periods and states are called. */
export function useReleaseWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const firm = useFirmWords();
  const value = (attribute: string, code: string): string => {
    if (attribute === 'county') return firm.county(code as County);
    if (attribute === 'branch') return firm.branch(code as Branch);
    return attribute === 'size' ? firm.size(code as SizeClass) : code;
  };
  const place = (of: Place): string => {
    const parts = Object.entries(of).map(([attribute, code]) => value(attribute, code));
    return parts.length === 0 ? t`All firms` : parts.join(', ');
  };
  const attributes: Readonly<Record<string, string>> = { county: t`County`, branch: t`Branch`, size: t`Size` };
  const attribute = (code: string): string => attributes[code] ?? code;
  const breakdowns: Readonly<Record<string, string>> = {
    '': t`Not divided`,
    county: t`County`,
    branch: t`Branch`,
    size: t`Size`,
    'county branch': t`County and branch`,
    'county size': t`County and size`,
    'branch size': t`Branch and size`,
  };
  const populations: Record<Population, string> = {
    sme: t`Firms with fewer than 250 employees`,
    all: t`All firms, whatever their size`,
  };
  return {
    value,
    place,
    group: (key: string): string => place(placeOfKey(key)),
    attribute,
    breakdown: (codes: readonly string[]): string => breakdowns[codes.join(' ')] ?? codes.map(attribute).join(' × '),
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
        case 'cancelled':
          return t`Dropped`;
        case 'failed':
          return t`Could not be built`;
      }
    },
  };
}
