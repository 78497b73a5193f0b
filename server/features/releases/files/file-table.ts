import type { Attribute, Place } from '#shared/domain/benchmark/frame.ts';
import type { MeasureNames } from '#shared/domain/benchmark/names.ts';
import type { AnyDocument } from '#shared/domain/effect/any-release.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

/** Something that is said of a group: how many firms it has, their mean, their share in one class. */
export type Figure = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly unit: LocalisedText;
  readonly decimals: number;
};

/** Measures of which the same figures are told, in the groups of one breakdown: a cube with a place for every figure. */
export type FileTable = {
  readonly code: string;
  readonly breakdown: readonly string[];
  readonly kind: LocalisedText;
  /** What the numbers are about. */
  readonly contents: LocalisedText;
  readonly measures: readonly string[];
  readonly groups: readonly { readonly key: string; readonly place: Place }[];
  readonly figures: readonly Figure[];
  /** Null: hidden, or nobody. Undefined: the release asks it of no firm, by what everybody knows of it. */
  readonly read: (measure: string, group: string, figure: Figure) => number | null | undefined;
};

/** All that the files of a release tell. */
export type FileTables = {
  /** What firms are divided by, with the values that groups have, in the order of the tables. */
  readonly attributes: readonly Attribute[];
  readonly tables: readonly FileTable[];
};

/** A measure that an older release does not name is called by its code. */
export function namesOfMeasure({ spec }: Pick<AnyDocument, 'spec'>, code: string): MeasureNames {
  return spec.names.measures[code] ?? { name: { sv: code, en: code }, kind: 'level', heading: '' };
}

/** How a table is called in files and addresses. */
export const tableCode = (breakdown: readonly string[], kind: string): string =>
  `${breakdown.length === 0 ? 'all' : breakdown.join('-by-')}-${kind}`;

/** Cells by what they are about. */
export function cellsByKey<Cell extends { readonly measure: string; readonly group: string }>(cells: readonly Cell[]) {
  const byKey = new Map(cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  return (measure: string, group: string): Cell | undefined => byKey.get(`${measure} ${group}`);
}
