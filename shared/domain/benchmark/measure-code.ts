import { noneCode } from '../firm/choice-set.ts';
import { collaborationPartners } from '../firm/firm-choices.ts';
import type { Structure } from '../instrument/definition.ts';
import {
  choiceMeasure,
  countMeasure,
  levelMeasure,
  type Measure,
  type MeasureKind,
  percentMeasure,
  yesNoMeasure,
} from './measure.ts';

/** What a measure is taken from. A dimension's level has its code alone; see `listMeasureCodes`. */
export const measureSources = ['firms', 'level', 'importance', 'wish', 'gap', 'collaboration', 'women'] as const;
export type MeasureSource = (typeof measureSources)[number];

/** Where shares of women are asked for, and the field of the profile that says each. */
export const womenFields = {
  all: 'womenPercent',
  management: 'womenManagementPercent',
  production: 'womenProductionPercent',
} as const;

export const firmsCode = 'firms';

/** Working with nobody is none of them: it would tell that those who do are the same in each. */
export const countedPartners = collaborationPartners.filter((code) => code !== noneCode);

/** From what the measure is taken, and of what: a dimension, a kind of partner, a part of the firm. */
export function readMeasureCode(code: string): { readonly source: MeasureSource; readonly of: string } {
  const [first = '', second] = code.split('.', 2);
  if (second === undefined) return { source: first === firmsCode ? 'firms' : 'level', of: first };
  if (second === 'importance' || second === 'wish') return { source: second, of: first };
  const source = measureSources.find((each) => each === first);
  return { source: source ?? 'level', of: second };
}

/** What measures are taken from, each once, in the order of the list. */
export function sourcesOf(measures: readonly string[]): MeasureSource[] {
  const found = new Set(measures.map((code) => readMeasureCode(code).source));
  return measureSources.filter((source) => found.has(source));
}

export const measuresFrom = (measures: readonly string[], source: MeasureSource): string[] =>
  measures.filter((code) => readMeasureCode(code).source === source);

const kinds: Record<MeasureSource, MeasureKind> = {
  firms: 'count',
  level: 'level',
  // Its choices have points from 0 to 4, by which the suggestions reckon too.
  importance: 'level',
  wish: 'choice',
  gap: 'yes-no',
  collaboration: 'yes-no',
  women: 'percent',
};

export const kindOfMeasure = (code: string): MeasureKind => kinds[readMeasureCode(code).source];

/** The measures that a release may have: those of each dimension together, then those of the firm. */
export function listMeasureCodes({ dimensions, items }: Pick<Structure, 'dimensions' | 'items'>): string[] {
  const codes = dimensions.map(({ code }) => code);
  const asked = (purpose: 'importance' | 'wish') =>
    codes.map((code) => `${code}.${purpose}`).filter((code) => items.some((item) => item.code === code));
  return [
    ...codes,
    ...asked('importance'),
    ...asked('wish'),
    ...codes.map((code) => `gap.${code}`),
    ...countedPartners.map((code) => `collaboration.${code}`),
    ...Object.keys(womenFields).map((code) => `women.${code}`),
    firmsCode,
  ];
}

/** For each measure that is a choice: what each choice counts as, in units of the measure. */
type ChoiceUnits = Record<string, Record<string, number>>;

/** Of importance the points, as hundredths of a level; of wishes the place. */
export function choiceUnitsOf(measures: readonly string[], { items }: Pick<Structure, 'items'>): ChoiceUnits {
  return Object.fromEntries(
    measures.flatMap((code) => {
      const { source } = readMeasureCode(code);
      const item = items.find((each) => each.code === code);
      if (item?.kind !== 'single-choice' || (source !== 'importance' && source !== 'wish')) return [];
      const units = item.choices.map(({ code: choice, points = 0 }, at): [string, number] => [
        choice,
        source === 'wish' ? at : Math.round(points * 100),
      ]);
      return [[code, Object.fromEntries(units)]];
    }),
  );
}

/** The measure that a code stands for. */
export function measureOf(code: string, units: Readonly<ChoiceUnits>): Measure {
  switch (kindOfMeasure(code)) {
    case 'count':
      return countMeasure(code);
    case 'level':
      return levelMeasure(code);
    case 'percent':
      return percentMeasure(code);
    case 'yes-no':
      return yesNoMeasure(code);
    case 'choice':
      return choiceMeasure(code, Object.keys(units[code] ?? {}).length);
  }
}
