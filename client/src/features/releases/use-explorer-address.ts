import { useSearchParams } from 'react-router';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import { breakdownKey } from './release-view.ts';
import type { MeasureWords } from './use-measure-words.ts';

const parameters = ['by', 'part', 'order', 'area', 'group'] as const;
type Parameter = (typeof parameters)[number];

const orders = ['highest', 'lowest'] as const;
export type Order = (typeof orders)[number];

/**
 * What is looked at, as the address says it, so that it can be sent to somebody. What the release does not have is
 * ignored, and so are part and order where one area alone is looked at, in groups of two attributes. `measures`: those
 * of the part; `measure`: the one that is looked at closely, of any part. Back leads to what was looked at before.
 */
export function useExplorerAddress({ measures: all, breakdowns }: ReleaseSpec, words: MeasureWords) {
  const [search, setSearch] = useSearchParams();
  const parts = [...new Set(all.map(words.headingOf))];
  const byKey = (key: string | null) => breakdowns.find((codes) => breakdownKey(codes) === key);
  const breakdown = byKey(search.get('by')) ?? breakdowns.find((codes) => codes.length > 0) ?? [];
  const isCross = breakdown.length > 1;
  const part = isCross ? undefined : parts.find((each) => each === search.get('part'));
  const measures = all.filter((code) => part === undefined || words.headingOf(code) === part);
  const measure = all.find((code) => code === search.get('area')) ?? measures[0] ?? '';
  const searchWith = (name: Parameter, value: string): string => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return String(next);
  };
  return {
    parts,
    part,
    measures,
    breakdown,
    isCross,
    /** How measures follow each other; undefined: as in the questionnaire. */
    order: orders.find((each) => each === search.get('order')),
    measure,
    /** The group that is followed over releases, if the address names one. */
    group: search.get('group'),
    searchWith,
    choose: (name: Parameter, value: string) => setSearch(searchWith(name, value), { preventScrollReset: true }),
  };
}
export type ExplorerAddress = ReturnType<typeof useExplorerAddress>;
