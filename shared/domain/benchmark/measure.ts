/** What a measure is of: how many firms there are, a level from 0 to 4, one answer of several, yes or no, a share. */
export const measureKinds = ['count', 'level', 'choice', 'yes-no', 'percent'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/**
 * What firms are measured by, in whole units from 0 to `highest`: hundredths of a level, per cent, or places of choices.
 * `classes`: the lowest unit of each class of the distribution, from 0 up. `coarse`: which classes make up each broader
 * one, when classes are too small to be shown by themselves. `hasMean` is false for answers that are no numbers.
 * `finest`: distributions are shown of groups that so many attributes define at most.
 */
export type Measure = {
  readonly code: string;
  readonly kind: MeasureKind;
  readonly highest: number;
  readonly hasMean: boolean;
  readonly classes: readonly number[];
  readonly coarse: readonly (readonly number[])[];
  readonly finest: number;
};

/** A level from 0 to 4 in hundredths; its classes are the nearest whole levels, its broader ones low, middle and high. */
export function levelMeasure(code: string): Measure {
  const coarse = [[0, 1], [2], [3, 4]];
  return { code, kind: 'level', highest: 400, hasMean: true, classes: [0, 50, 150, 250, 350], coarse, finest: 1 };
}

/** How many firms there are, and nothing else of them. */
export function countMeasure(code: string): Measure {
  return { code, kind: 'count', highest: 0, hasMean: false, classes: [], coarse: [], finest: 0 };
}

/**
 * A share in per cent. Its classes are ours, for the regions to change: forty to sixty is what is commonly called even;
 * below it in steps that tell industry apart, where one in five is usual.
 */
export function percentMeasure(code: string): Measure {
  const coarse = [[0, 1], [2], [3, 4]];
  return { code, kind: 'percent', highest: 100, hasMean: true, classes: [0, 10, 20, 40, 61], coarse, finest: 1 };
}

/** Yes or no: 1 or 0. Two classes stay large enough for finer groups than others do. */
export function yesNoMeasure(code: string): Measure {
  return { code, kind: 'yes-no', highest: 1, hasMean: false, classes: [0, 1], coarse: [], finest: 2 };
}

/** One answer of so many, by its place; the broader classes are the first, and all others. */
export function choiceMeasure(code: string, choices: number): Measure {
  const classes = Array.from({ length: choices }, (_, at) => at);
  const coarse = choices > 2 ? [[0], classes.slice(1)] : [];
  return { code, kind: 'choice', highest: choices - 1, hasMean: false, classes, coarse, finest: 1 };
}

/** The class of a value; the last that begins at or below it. */
export function classOf({ classes }: Measure, value: number): number {
  return classes.findLastIndex((from) => from <= value);
}
