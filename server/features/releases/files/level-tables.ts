import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { type Group, groupsOf, statedValues } from '#shared/domain/benchmark/frame.ts';
import type { MeasureNames } from '#shared/domain/benchmark/names.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { Scale } from '#shared/domain/benchmark/scale.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { cellsByKey, type Figure, type FileTable, type FileTables, namesOfMeasure, tableCode } from './file-table.ts';
import { type FileWord, sayBoth } from './words.ts';

type LevelFigure = Figure & { readonly valueIn: (cell: ReleaseCell) => number | null };

type MeanKey = 'mean' | 'lowQuartile' | 'median' | 'highQuartile';
const codeOf: Readonly<Record<MeanKey, string>> = {
  mean: 'mean',
  lowQuartile: 'low-quartile',
  median: 'median',
  highQuartile: 'high-quartile',
};

/** Levels of importance are levels of something else. */
type TableKind = MeasureNames['kind'] | 'importance';

const kindOf = ({ kind, heading }: MeasureNames): TableKind =>
  kind === 'level' && heading === 'importance' ? 'importance' : kind;

const kindWords: Readonly<Record<TableKind, FileWord>> = {
  level: 'kindLevel',
  importance: 'kindImportance',
  count: 'kindCount',
  choice: 'kindChoice',
  'yes-no': 'kindYesNo',
  percent: 'kindPercent',
};

const firmsFigure: LevelFigure = {
  code: 'firms',
  name: sayBoth('firms'),
  unit: sayBoth('unitFirms'),
  decimals: 0,
  valueIn: ({ firms }) => firms,
};

const unitOf: Partial<Record<Scale, FileWord>> = { level: 'unitLevel', importance: 'unitImportance' };

function meanFigure(key: MeanKey, scale: Scale): LevelFigure {
  const unit = unitOf[scale];
  return {
    code: codeOf[key],
    name: sayBoth(key),
    unit: sayBoth(unit ?? 'unitPercent'),
    decimals: unit === undefined ? 0 : 1,
    valueIn: (cell) => cell[key],
  };
}

function shareFigures(fineness: 'classes' | 'coarse', names: readonly LocalisedText[]): LevelFigure[] {
  return names.map((part, at) => ({
    code: `${fineness === 'classes' ? 'share' : 'broad-share'}-${at + 1}`,
    name: sayBoth(fineness === 'classes' ? 'share' : 'broadShare', (language) => ({ part: part[language] })),
    unit: sayBoth('unitPercent'),
    decimals: 0,
    valueIn: (cell) => cell[fineness]?.[at] ?? null,
  }));
}

/** What a release can tell of a measure in a breakdown; quartiles and distributions are there for one attribute at most. */
function figuresOf(names: MeasureNames, cells: readonly ReleaseCell[], isCross: boolean): LevelFigure[] {
  const { kind, classes, coarse } = names;
  const scale = kindOf(names) === 'importance' ? 'importance' : kind === 'level' ? 'level' : 'percent';
  const isTold = (key: MeanKey | 'classes' | 'coarse'): boolean => cells.some((cell) => cell[key] !== null);
  const hasMean = kind === 'level' || kind === 'percent' || isTold('mean');
  const quartiles = (['lowQuartile', 'median', 'highQuartile'] as const).filter(
    (key) => (hasMean && !isCross) || isTold(key),
  );
  return [
    firmsFigure,
    ...(hasMean ? [meanFigure('mean', scale)] : []),
    ...quartiles.map((key) => meanFigure(key, scale)),
    ...(isCross && kind !== 'yes-no' && !isTold('classes') ? [] : shareFigures('classes', classes ?? [])),
    ...(isCross && !isTold('coarse') ? [] : shareFigures('coarse', coarse ?? [])),
  ];
}

type Family = {
  readonly code: string;
  readonly kind: LocalisedText;
  readonly measures: readonly { readonly code: string; readonly names: MeasureNames }[];
};

/** Measures that are told of by the same figures under the same names. */
function familiesOf(document: ReleaseDocument): Family[] {
  const named = document.spec.measures.map((code) => ({ code, names: namesOfMeasure(document, code) }));
  const shapes = Map.groupBy(named, ({ names }) => JSON.stringify([kindOf(names), names.classes, names.coarse]));
  const byKind = Map.groupBy([...shapes.values()], ([first]) => (first === undefined ? 'level' : kindOf(first.names)));
  return [...byKind].flatMap(([kind, families]) =>
    families.map((measures, at): Family => {
      const isOnly = families.length === 1;
      const name = sayBoth(kindWords[kind]);
      const numbered = sayBoth('kindNumbered', (language) => ({ kind: name[language], number: at + 1 }));
      return { code: isOnly ? kind : `${kind}-${at + 1}`, kind: isOnly ? name : numbered, measures };
    }),
  );
}

const isOf = ({ place }: Group, breakdown: readonly string[]): boolean => {
  const codes = Object.keys(place);
  return codes.length === breakdown.length && breakdown.every((code) => codes.includes(code));
};

/** A release of levels as cubes, in the order of its breakdowns. */
export function levelTables(document: ReleaseDocument): FileTables {
  const { spec } = document;
  const groups = groupsOf(spec);
  const cellOf = cellsByKey(document.cells);
  const families = familiesOf(document);
  const tables = spec.breakdowns.flatMap((breakdown) => {
    const own = groups.filter((group) => isOf(group, breakdown));
    return families.flatMap(({ code, kind, measures }): FileTable[] => {
      const told = measures.flatMap((measure) => own.flatMap(({ key }) => cellOf(measure.code, key) ?? []));
      const first = measures[0]?.names;
      if (first === undefined) return [];
      const figures = figuresOf(first, told, breakdown.length > 1);
      const readers = new Map(figures.map((figure) => [figure.code, figure.valueIn]));
      return [
        {
          code: tableCode(breakdown, code),
          breakdown,
          kind,
          contents: sayBoth('contents', (language) => ({ kind: kind[language] })),
          measures: measures.map((measure) => measure.code),
          groups: own.map(({ key, place }) => ({ key, place })),
          figures,
          read: (measure, group, figure) => {
            const cell = cellOf(measure, group);
            return cell === undefined ? null : (readers.get(figure.code)?.(cell) ?? null);
          },
        },
      ];
    });
  });
  const attributes = spec.attributes.map(({ code }) => ({ code, values: statedValues(spec, code) }));
  return { attributes, tables };
}
