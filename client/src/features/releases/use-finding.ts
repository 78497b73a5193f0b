import { useLingui } from '@lingui/react/macro';
import { formatLevel, formatList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { findEnds, type Named } from './finding.ts';
import { allFirms, type ReleaseView, type ShownGroup } from './release-view.ts';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** What the figures say, in the words of a title. */
export function useFindings(view: ReleaseView, measureWords: MeasureWords) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useGroupWords(view.document.spec.names);
  const names = (some: readonly Named[]) =>
    formatList(
      some.map(({ name }) => name),
      language,
    );
  const level = (some: readonly Named[]) => formatLevel(some[0]?.mean ?? 0, language);
  const named = (measure: string, group: string, name: string): Named[] => {
    const mean = view.cell(measure, group)?.mean ?? null;
    return mean === null ? [] : [{ name, mean }];
  };
  return {
    /** Of all firms, over the measures; null where there is too little to say. */
    ofMeasures: (measures: readonly string[]): string | null => {
      const found = findEnds(measures.flatMap((code) => named(code, allFirms, measureWords.measure(code))));
      if (found === null) return null;
      if (found.kind === 'close') return t`The areas lie close to each other`;
      const { highest, lowest } = found;
      return t`Furthest on: ${names(highest)} (${level(highest)}). Furthest to go: ${names(lowest)} (${level(lowest)})`;
    },
    /** Of one measure, over the groups. */
    ofGroups: (measure: string, groups: readonly ShownGroup[]): string => {
      const name = measureWords.measure(measure);
      const shown = groups.flatMap(({ key }) => named(measure, key, words.group(key)));
      const found = findEnds(shown);
      if (found === null) return name;
      const isWhole = shown.length === groups.length;
      if (found.kind === 'close')
        return isWhole ? t`${name}: the groups lie close to each other` : t`${name}: what is shown lies close together`;
      const [highest, high] = [names(found.highest), level(found.highest)];
      const [lowest, low] = [names(found.lowest), level(found.lowest)];
      return isWhole
        ? t`${name}: highest ${highest} (${high}), lowest ${lowest} (${low})`
        : t`${name}: of what is shown, highest ${highest} (${high}), lowest ${lowest} (${low})`;
    },
  };
}
export type Findings = ReturnType<typeof useFindings>;
