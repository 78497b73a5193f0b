import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { type Group, groupsOf, type Place } from '#shared/domain/benchmark/frame.ts';
import type { MeasureNames } from '#shared/domain/benchmark/names.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { Scale } from '#shared/domain/benchmark/scale.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { type FileWord, sayBoth } from './words.ts';

/** Something that is said of a group: how many firms it has, their mean, their share in one class. */
export type Figure = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly unit: LocalisedText;
  readonly decimals: number;
  readonly valueIn: (cell: ReleaseCell) => number | null;
};

/** Measures of which the same figures are told, in the groups of one breakdown: a cube with a place for every figure. */
export type FileTable = {
  readonly code: string;
  readonly breakdown: readonly string[];
  readonly kind: LocalisedText;
  readonly measures: readonly string[];
  readonly groups: readonly { readonly key: string; readonly place: Place }[];
  readonly figures: readonly Figure[];
  readonly read: (measure: string, group: string, figure: Figure) => number | null;
};

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

const firmsFigure: Figure = {
  code: 'firms',
  name: sayBoth('firms'),
  unit: sayBoth('unitFirms'),
  decimals: 0,
  valueIn: ({ firms }) => firms,
};

const unitOf: Partial<Record<Scale, FileWord>> = { level: 'unitLevel', importance: 'unitImportance' };

function meanFigure(key: MeanKey, scale: Scale): Figure {
  const unit = unitOf[scale];
  return {
    code: codeOf[key],
    name: sayBoth(key),
    unit: sayBoth(unit ?? 'unitPercent'),
    decimals: unit === undefined ? 0 : 1,
    valueIn: (cell) => cell[key],
  };
}

function shareFigures(fineness: 'classes' | 'coarse', names: readonly LocalisedText[]): Figure[] {
  return names.map((part, at) => ({
    code: `${fineness === 'classes' ? 'share' : 'broad-share'}-${at + 1}`,
    name: sayBoth(fineness === 'classes' ? 'share' : 'broadShare', (language) => ({ part: part[language] })),
    unit: sayBoth('unitPercent'),
    decimals: 0,
    valueIn: (cell) => cell[fineness]?.[at] ?? null,
  }));
}

/** What a release can tell of a measure in a breakdown; quartiles and distributions are there for one attribute at most. */
function figuresOf(names: MeasureNames, cells: readonly ReleaseCell[], isCross: boolean): Figure[] {
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

/** A measure that an older release does not name is called by its code. */
export function namesOfMeasure({ spec }: ReleaseDocument, code: string): MeasureNames {
  return spec.names.measures[code] ?? { name: { sv: code, en: code }, kind: 'level', heading: '' };
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

/** The release as cubes, in the order of its breakdowns. Every number of it is in exactly one place of one of them. */
export function tablesOf(document: ReleaseDocument): FileTable[] {
  const { breakdowns } = document.spec;
  const groups = groupsOf(document.spec);
  const cells = new Map(document.cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  const families = familiesOf(document);
  return breakdowns.flatMap((breakdown) => {
    const own = groups.filter((group) => isOf(group, breakdown));
    return families.flatMap(({ code, kind, measures }): FileTable[] => {
      const found = measures.flatMap((measure) => own.map(({ key }) => cells.get(`${measure.code} ${key}`)));
      const told = found.filter((cell) => cell !== undefined);
      const first = measures[0]?.names;
      if (first === undefined) return [];
      return [
        {
          code: `${breakdown.length === 0 ? 'all' : breakdown.join('-by-')}-${code}`,
          breakdown,
          kind,
          measures: measures.map((measure) => measure.code),
          groups: own.map(({ key, place }) => ({ key, place })),
          figures: figuresOf(first, told, breakdown.length > 1),
          read: (measure, group, figure) => {
            const cell = cells.get(`${measure} ${group}`);
            return cell === undefined ? null : figure.valueIn(cell);
          },
        },
      ];
    });
  });
}
