import { useLingui } from '@lingui/react/macro';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { figureOf } from './figure.ts';
import { allFirms, type ReleaseView, type ShownGroup } from './release-view.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** What the figures say, in the words of a title. */
export function useFindings(view: ReleaseView, measureWords: MeasureWords) {
  const { t } = useLingui();
  const language = useLanguage();
  const releaseNames = view.document.spec.names;
  const words = useGroupWords(releaseNames);
  const figures = useFigureWords();
  const names = (some: readonly Named[]) =>
    formatList(
      some.map(({ name }) => name),
      language,
    );
  const told = (some: readonly Named[], scale: Scale) => figures.told(some[0]?.mean ?? 0, scale);
  const named = (measure: string, group: string, name: string): Named[] => {
    const cell = view.cell(measure, group);
    const mean = figureOf(cell, scaleOf(releaseNames, measure));
    return cell === undefined || mean === null ? [] : [{ name, mean, firms: cell.firms }];
  };
  return {
    /** Of all firms, over those of the measures that are levels; null where there is too little to say. */
    ofMeasures: (measures: readonly string[]): string | null => {
      const levels = measures.filter((code) => scaleOf(releaseNames, code) === 'level');
      const shown = levels.flatMap((code) => named(code, allFirms, measureWords.measure(code)));
      const found = findEnds(shown, 'level');
      if (found === null) return null;
      if (found.kind === 'alike') return t`The areas cannot be told apart`;
      const { highest, lowest } = found;
      const [high, low] = [told(highest, 'level'), told(lowest, 'level')];
      return t`Furthest on: ${names(highest)} (${high}). Furthest to go: ${names(lowest)} (${low})`;
    },
    /** Of one measure, over the groups. */
    ofGroups: (measure: string, groups: readonly ShownGroup[]): string => {
      const name = measureWords.measure(measure);
      const shown = groups.flatMap(({ key }) => named(measure, key, words.group(key)));
      const scale = scaleOf(releaseNames, measure);
      const found = findEnds(shown, scale);
      if (found === null || scale === 'count') return name;
      const isWhole = shown.length === groups.length;
      if (found.kind === 'alike')
        return isWhole ? t`${name}: the groups cannot be told apart` : t`${name}: what is shown cannot be told apart`;
      const [highest, high] = [names(found.highest), told(found.highest, scale)];
      const [lowest, low] = [names(found.lowest), told(found.lowest, scale)];
      return isWhole
        ? t`${name}: highest ${highest} (${high}), lowest ${lowest} (${low})`
        : t`${name}: of what is shown, highest ${highest} (${high}), lowest ${lowest} (${low})`;
    },
  };
}
export type Findings = ReturnType<typeof useFindings>;
