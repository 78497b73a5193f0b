import { useLingui } from '@lingui/react/macro';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import { measuresFrom, readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { mostCommon, rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { figureOf } from './figure.ts';
import { allFirms, type ReleaseView, type ShownGroup } from './release-view.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** What the figures say: of the whole in sentences, of one area in the words of a title. */
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
  /** From the lowest to the highest of them, as they are written. */
  const rangeOf = (some: readonly Named[], scale: Scale) => {
    const means = some.map(({ mean }) => mean);
    return { low: figures.told(Math.min(...means), scale), high: figures.told(Math.max(...means), scale) };
  };
  /** What a need is of, where the release names it by itself. */
  const areaOf = (measure: string): string => {
    const { of } = readMeasureCode(measure);
    return measureWords.measure(releaseNames.measures[of] === undefined ? measure : of);
  };
  return {
    /** Of all firms, over those of the measures that are levels; null where there is too little to say. */
    ofMeasures: (measures: readonly string[]): string | null => {
      const levels = measures.filter((code) => scaleOf(releaseNames, code) === 'level');
      const shown = levels.flatMap((code) => named(code, allFirms, measureWords.measure(code)));
      const found = findEnds(shown, 'level');
      if (found?.kind === 'apart') {
        const [highest, high] = [names(found.highest), told(found.highest, 'level')];
        const [lowest, low] = [names(found.lowest), told(found.lowest, 'level')];
        return t`On a scale from 0 to 4, firms have come furthest in ${highest} (${high}) and least far in ${lowest} (${low}).`;
      }
      if (shown.length < 2) return null;
      const { low, high } = rangeOf(shown, 'level');
      if (low === high) return t`On a scale from 0 to 4, firms lie at ${low} in every area that is shown.`;
      const range = t`On a scale from 0 to 4, firms lie between ${low} and ${high} in the areas that are shown.`;
      const chance = t`Differences like these may be chance.`;
      return found === null ? range : `${range} ${chance}`;
    },
    /** The need that most often met no package; null where none stands out. */
    ofGaps: (): string | null => {
      const gaps = measuresFrom(view.document.spec.measures, 'gap');
      const top = mostCommon(rankShares(view.document, gaps, allFirms)).map(
        ({ measure, share, firms }): Named => ({ name: areaOf(measure), mean: share, firms }),
      );
      if (top.length === 0) return null;
      const [most, share] = [names(top), told(top, 'share')];
      return t`The most common need that no package fits: ${most} (${share} of the firms).`;
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
        return isWhole
          ? t`${name}: the differences between the groups may be chance`
          : t`${name}: the differences between the groups that are shown may be chance`;
      const [highest, high] = [names(found.highest), told(found.highest, scale)];
      const [lowest, low] = [names(found.lowest), told(found.lowest, scale)];
      return isWhole
        ? t`${name}: highest ${highest} (${high}), lowest ${lowest} (${low})`
        : t`${name}: of what is shown, highest ${highest} (${high}), lowest ${lowest} (${low})`;
    },
  };
}
export type Findings = ReturnType<typeof useFindings>;
