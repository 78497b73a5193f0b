/** What a measure is of: how many firms there are, a level from 0 to 4, one answer of several, yes or no, a share. */
export const measureKinds = ['count', 'level', 'choice', 'yes-no', 'percent'] as const;

/**
 * What firms are measured by, in whole units from 0 to `highest`: hundredths of a level, or per cent. `classes`: the
 * lowest unit of each class of the distribution, from 0 up. `coarse`: which classes make up each broader one, when
 * classes are too small to be shown by themselves. `hasMean` is false for answers that are no numbers.
 */
export type Measure = {
  readonly code: string;
  readonly highest: number;
  readonly hasMean: boolean;
  readonly classes: readonly number[];
  readonly coarse: readonly (readonly number[])[];
};

/** A level from 0 to 4 in hundredths; its classes are the nearest whole levels, its broader ones low, middle and high. */
export function levelMeasure(code: string): Measure {
  return { code, highest: 400, hasMean: true, classes: [0, 50, 150, 250, 350], coarse: [[0, 1], [2], [3, 4]] };
}

/** How many firms there are, and nothing else of them. */
export function countMeasure(code: string): Measure {
  return { code, highest: 0, hasMean: false, classes: [], coarse: [] };
}

/** The class of a value; the last that begins at or below it. */
export function classOf({ classes }: Measure, value: number): number {
  return classes.findLastIndex((from) => from <= value);
}
