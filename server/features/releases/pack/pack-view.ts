import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { pairsAmong } from '#shared/domain/benchmark/chance.ts';
import { findEnds, type Named } from '#shared/domain/benchmark/finding.ts';
import { groupKey, statedValues } from '#shared/domain/benchmark/frame.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import type { Language } from '#shared/domain/language.ts';
import { namesIn } from '../files/file-names.ts';
import { listIn, numberIn } from '../files/words.ts';

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
    countyMean: (measure: string, county: string) => meanOf(measure, groupKey({ county })),
    level: (value: number) => numberIn(value, 1, language),
    count: (value: number) => numberIn(value, 0, language),
    isDividedBy: (attribute: string) =>
      spec.breakdowns.some(([first, ...others]) => first === attribute && others.length === 0),
    valuesOf: (attribute: string) => statedValues(spec, attribute),
    list: (some: readonly Named[]) =>
      listIn(
        some.map(({ name }) => name),
        language,
      ),
    /** The areas that are shown of a group. */
    shownIn,
    /** Which of them lie highest and lowest. */
    endsIn: (group: string) => findEnds(shownIn(group), 'level'),
  };
}
export type PackView = ReturnType<typeof viewForPack>;

/** `name`: its code. */
type County = Named;

export type CountyDifference = {
  readonly measure: string;
  /** Several where they share the end. */
  readonly highest: readonly County[];
  readonly lowest: readonly County[];
  /** Every county is shown. */
  readonly isWhole: boolean;
  readonly tenths: number;
};

/** Where counties that are shown can be told apart, the farthest first: picked among all counties in all areas. */
export function differencesBetweenCounties({ levels, meanOf, valuesOf, isDividedBy }: PackView): CountyDifference[] {
  if (!isDividedBy('county')) return [];
  const counties = valuesOf('county');
  const shownOf = levels.map((measure) => ({
    measure,
    shown: counties.flatMap((county) => {
      const cell = meanOf(measure, groupKey({ county }));
      return cell === undefined ? [] : [{ name: county, mean: cell.mean, firms: cell.firms }];
    }),
  }));
  const comparisons = shownOf.reduce((sum, { shown }) => sum + pairsAmong(shown.length), 0);
  const found = shownOf.flatMap(({ measure, shown }): CountyDifference[] => {
    const ends = findEnds(shown, 'level', { scale: 'level', comparisons });
    if (ends?.kind !== 'apart') return [];
    const { highest, lowest } = ends;
    // Tenths of a level: what is left of the difference is the computer's rounding.
    const tenths = Math.round(((highest[0]?.mean ?? 0) - (lowest[0]?.mean ?? 0)) * 10);
    return [{ measure, highest, lowest, isWhole: shown.length === counties.length, tenths }];
  });
  return found.toSorted((one, other) => other.tenths - one.tenths);
}
