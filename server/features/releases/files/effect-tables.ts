import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { placesAbout } from '#shared/domain/effect/effect-groups.ts';
import type { EffectCell, EffectDocument } from '#shared/domain/effect/effect-release.ts';
import { cellsByKey, type Figure, type FileTable, type FileTables, tableCode } from './file-table.ts';
import { type FileWord, sayBoth } from './words.ts';

type Reading = { readonly decimals: number; readonly valueIn: (cell: EffectCell) => number | null };
type EffectFigure = Figure & Reading;

const figureOf = (code: string, name: FileWord, unit: FileWord, reading: Reading): EffectFigure => ({
  code,
  name: sayBoth(name),
  unit: sayBoth(unit),
  ...reading,
});

/** Numbers are rounded each by itself: for how many no firm alike was found is not worked out from them. */
const figures: readonly EffectFigure[] = [
  figureOf('estimate', 'estimate', 'unitDifference', { decimals: 1, valueIn: ({ estimate }) => estimate }),
  figureOf('low', 'low', 'unitDifference', { decimals: 1, valueIn: ({ low }) => low }),
  figureOf('high', 'high', 'unitDifference', { decimals: 1, valueIn: ({ high }) => high }),
  figureOf('took-part', 'tookPart', 'unitFirms', { decimals: 0, valueIn: ({ tookPart }) => tookPart }),
  figureOf('matched', 'matched', 'unitFirms', { decimals: 0, valueIn: ({ matched }) => matched }),
];
const readers = new Map(figures.map(({ code, valueIn }) => [code, valueIn]));

/**
 * A release of effects as cubes: all packages together, package by package, step by step. A package or step is asked
 * about its own areas only, so that in the others there is nothing to be told.
 */
export function effectTables({ spec, cells }: EffectDocument): FileTables {
  const cellOf = cellsByKey(cells);
  const places = placesAbout(spec.packages);
  const valuesOf = (code: string) => places.flatMap((place) => place[code] ?? []);
  const attributes = ['package', 'step'].map((code) => ({ code, values: valuesOf(code) }));
  const tables = [[], ...attributes.map(({ code }) => [code])].map((breakdown): FileTable => {
    const [attribute] = breakdown;
    const own = places.filter((place) => (attribute === undefined ? 'all' === groupKey(place) : attribute in place));
    return {
      code: tableCode(breakdown, 'effect'),
      breakdown,
      kind: sayBoth('kindEffect'),
      contents: sayBoth('contentsEffect'),
      measures: spec.measures,
      groups: own.map((place) => ({ key: groupKey(place), place })),
      figures,
      read: (measure, group, figure) => {
        const cell = cellOf(measure, group);
        return cell === undefined ? undefined : (readers.get(figure.code)?.(cell) ?? null);
      },
    };
  });
  return { attributes, tables: tables.filter(({ groups }) => groups.length > 0) };
}
