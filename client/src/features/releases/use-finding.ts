import { useLingui } from '@lingui/react/macro';
import { figureOf } from '#shared/domain/benchmark/cell-figure.ts';
import { divisionFindings } from '#shared/domain/benchmark/division-findings.ts';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import { measuresFrom, readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { mostCommon, rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { type Scale, scaleOf } from '#shared/domain/benchmark/scale.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { allFirms, type ReleaseView } from './release-view.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** What the figures say: of the whole in sentences, of one area in the words of a title. */
export function useFindings(view: ReleaseView, measureWords: MeasureWords) {
  const { t } = useLingui();
  const language = useLanguage();
  const releaseNames = view.document.spec.names;
  const divided = divisionFindings(view.document);
  const words = useGroupWords(releaseNames);
  const figures = useFigureWords();
  const names = (some: readonly Named[]) =>
    listInWords(
      some.map(({ name }) => name),
      language,
    );
  /** Of groups, which are named by their keys. */
  const grouped = (some: readonly Named[]) => names(some.map((one) => ({ ...one, name: words.group(one.name) })));
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
      if (low === high) return t`On a scale from 0 to 4, firms lie on average at ${low} in every area that is shown.`;
      const range = t`On a scale from 0 to 4, firms lie on average between ${low} and ${high} in the areas that are shown.`;
      const chance = t`Differences like these may be chance.`;
      return found === null ? range : `${range} ${chance}`;
    },
    /** Where the groups of a division lie farthest apart in a level; null where none can be told apart. */
    ofDivisions: (): string | null => {
      const [most] = divided.differences('level');
      if (most === undefined) return null;
      const by = lowerFirst(words.breakdown([most.attribute]), language);
      const area = measureWords.measure(most.measure);
      const [highest, high] = [grouped(most.highest), told(most.highest, 'level')];
      const [lowest, low] = [grouped(most.lowest), told(most.lowest, 'level')];
      return t`Groups differ most by ${by}, in ${area}: highest ${highest} (${high}), lowest ${lowest} (${low}).`;
    },
    /** The need that most often met no package; null where none stands out. */
    ofGaps: (): string | null => {
      const gaps = measuresFrom(view.document.spec.measures, 'gap');
      const top = mostCommon(rankShares(view.document, gaps, allFirms)).map(
        ({ measure, share, firms }): Named => ({ name: areaOf(measure), mean: share, firms }),
      );
      if (top.length === 0) return null;
      const [most, share] = [names(top), told(top, 'share')];
      return t`The most common need that no package fits: ${most} (${share} of the firms that have answered).`;
    },
    /** Of one measure, over the groups of a division. */
    ofGroups: (measure: string, breakdown: readonly string[]): string => {
      const name = measureWords.inTitle(measure);
      const groups = view.groupsOf(breakdown);
      const scale = scaleOf(releaseNames, measure);
      const found = divided.ends(measure, breakdown);
      if (found === null || scale === 'count') return name;
      const isWhole = groups.every(({ key }) => figureOf(view.cell(measure, key), scale) !== null);
      if (found.kind === 'alike')
        return isWhole
          ? t`${name}: the differences between the groups may be chance`
          : t`${name}: the differences between the groups that are shown may be chance`;
      const [highest, high] = [grouped(found.highest), told(found.highest, scale)];
      const [lowest, low] = [grouped(found.lowest), told(found.lowest, scale)];
      return isWhole
        ? t`${name}: highest ${highest} (${high}), lowest ${lowest} (${low})`
        : t`${name}: of what is shown, highest ${highest} (${high}), lowest ${lowest} (${low})`;
    },
  };
}
export type Findings = ReturnType<typeof useFindings>;
