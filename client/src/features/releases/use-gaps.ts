import { useSearchParams } from 'react-router';
import type { AreaReach, LevelReachDocument } from '#shared/contracts/packages.ts';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { measuresFrom, readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { type RankedShare, rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { allFirms } from './release-view.ts';
import { useMeasureWords } from './use-measure-words.ts';

/** A need that no package fitted: how common, and what the catalogue has for the area today. */
export type Gap = RankedShare & { readonly name: string; readonly levels: readonly LevelReachDocument[] };

/** The areas of a release by how common the gap is in all firms, and the one that the address asks for. */
export function useGaps({ document }: PublishedLevels, areas: readonly AreaReach[]) {
  const localise = useLocalised();
  const measureWords = useMeasureWords(document.spec.names);
  const [search, setSearch] = useSearchParams();
  const gaps = rankShares(document, measuresFrom(document.spec.measures, 'gap'), allFirms).map((ranked): Gap => {
    const area = areas.find(({ dimension }) => dimension === readMeasureCode(ranked.measure).of);
    const name = area === undefined ? measureWords.measure(ranked.measure) : localise(area.name);
    return { ...ranked, name, levels: area?.levels ?? [] };
  });
  const searchWith = (measure: string): string => {
    const next = new URLSearchParams(search);
    next.set('area', readMeasureCode(measure).of);
    return String(next);
  };
  return {
    gaps,
    chosen: gaps.find(({ measure }) => readMeasureCode(measure).of === search.get('area')) ?? gaps[0],
    searchWith,
    choose: (measure: string) => setSearch(searchWith(measure), { replace: true, preventScrollReset: true }),
  };
}
export type Gaps = ReturnType<typeof useGaps>;
