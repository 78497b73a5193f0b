import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { divisionFindings } from '#shared/domain/benchmark/division-findings.ts';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import { groupKey, type Place, statedValues } from '#shared/domain/benchmark/frame.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { namesIn } from '../files/file-names.ts';

export const allFirms = groupKey({});

type ShownCell = ReleaseCell & { readonly firms: number };
type ShownMean = ShownCell & { readonly mean: number };

/** What papers look up in a release: nothing but what it shows. */
export function viewForPack(release: PublishedLevels, language: Language) {
  const { spec, cells } = release.document;
  const names = namesIn(release, language);
  const byKey = new Map(cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  const cell = (measure: string, group: string): ShownCell | undefined => {
    const found = byKey.get(`${measure} ${group}`);
    return found === undefined || found.firms === null ? undefined : { ...found, firms: found.firms };
  };
  const meanOf = (measure: string, group: string): ShownMean | undefined => {
    const found = cell(measure, group);
    return found === undefined || found.mean === null ? undefined : { ...found, mean: found.mean };
  };
  const levels = spec.measures.filter((code) => scaleOf(spec.names, code) === 'level');
  const shownIn = (group: string): Named[] =>
    levels.flatMap((code) => {
      const found = meanOf(code, group);
      return found === undefined ? [] : [{ name: names.measure(code), mean: found.mean, firms: found.firms }];
    });
  return {
    release,
    spec,
    names,
    cell,
    meanOf,
    levels,
    level: (value: number) => formatNumber(value, language, 1),
    count: (value: number) => formatNumber(value, language),
    isDividedBy: (attribute: string) =>
      spec.breakdowns.some(([first, ...others]) => first === attribute && others.length === 0),
    valuesOf: (attribute: string) => statedValues(spec, attribute),
    list: (some: readonly Named[]) =>
      listInWords(
        some.map(({ name }) => name),
        language,
      ),
    /** The areas that are shown of a group. */
    shownIn,
    /** Which of them lie highest and lowest. */
    endsIn: (group: string) => findEnds(shownIn(group), 'level'),
    /** Where its groups can be told apart. */
    divided: divisionFindings(release.document),
    /** What a group of one attribute is called. */
    group: (place: Place): string =>
      Object.entries(place)
        .map(([attribute, value]) => names.value(attribute, value))
        .join(', '),
  };
}
export type PackView = ReturnType<typeof viewForPack>;
