import type { Grounds, StepRange } from './derive-row.ts';
import { highestFigure, highestSteps, type Measure, type MeasureDimension } from './measure.ts';
import { type ResolvedQuestion, resolveMeasure } from './resolve-measure.ts';

/** Ends of a figure, not yet rounded, with what is shown of them. */
export type Figure = {
  readonly lowest: number;
  readonly highest: number;
  /** Whole numbers, half rounded up. */
  readonly shown: StepRange;
  /** Bands of the numbers that are shown; the same one twice where the range stays in it. */
  readonly bands: { readonly lowest: string; readonly highest: string };
};

export type MeasuredFigures = {
  readonly questions: ReadonlyMap<string, ResolvedQuestion>;
  /** Null where nothing at all is known; of a measure in points there is the total alone. */
  readonly dimensions: readonly { readonly code: string; readonly figure: Figure | null }[];
  readonly total: Figure | null;
};

/** Keeps a sum that is a half in truth from falling below it in binary. */
const binaryNoise = 1e-9;

/** The whole number that is shown, half rounded up. */
export const shownNumber = (figure: number): number => Math.floor(figure + 0.5 + binaryNoise);

/**
 * The band of a figure: of the whole number that is shown, since the bands are given in whole numbers and leave gaps
 * between them. So 25.4, shown as 25, is in the band up to 25, and 25.5 in the next.
 */
export function bandOfFigure(figure: number, bands: Measure['bands']): string {
  const shown = shownNumber(figure);
  return (bands.findLast(({ from }) => shown >= from) ?? bands[0])?.code ?? '';
}

type Ends = { readonly lowest: number; readonly highest: number };

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Share of the points of a question, 0-1. A row that excludes the others is none of its points. */
export function shareOf({ question, rows }: ResolvedQuestion): Ends {
  const excluding = new Set(question.rows.filter(({ isExclusive }) => isExclusive).map(({ code }) => code));
  const counted = rows.filter(({ code }) => !excluding.has(code));
  const most = counted.length * highestSteps[question.kind];
  return {
    lowest: sumOf(counted.map(({ range }) => range.lowest)) / most,
    highest: sumOf(counted.map(({ range }) => range.highest)) / most,
  };
}

/** That a row which would exclude the others does not hold is no knowledge of them. */
const isAnythingKnown = (questions: readonly ResolvedQuestion[]): boolean =>
  questions.map(shareOf).some(({ lowest, highest }) => highest - lowest < 1);

function meanOf(parts: readonly Ends[], scale: number): Ends {
  return {
    lowest: (sumOf(parts.map(({ lowest }) => lowest)) / parts.length) * scale,
    highest: (sumOf(parts.map(({ highest }) => highest)) / parts.length) * scale,
  };
}

function figureOf({ lowest, highest }: Ends, { bands }: Measure): Figure {
  return {
    lowest,
    highest,
    shown: { lowest: shownNumber(lowest), highest: shownNumber(highest) },
    bands: { lowest: bandOfFigure(lowest, bands), highest: bandOfFigure(highest, bands) },
  };
}

/**
 * The figures of a measure as ranges, a point where all is known. A dimension is the mean of the shares of its
 * questions, times 100, and the total the plain mean of the dimensions, with those of which nothing is known anywhere
 * from 0 to 100; a measure in points is the number of rows that hold. There is no figure where nothing at all is known.
 */
export function measureFigures(measure: Measure, grounds: Grounds): MeasuredFigures {
  const questions = resolveMeasure(measure, grounds);
  const of = (dimension: MeasureDimension) =>
    dimension.questions.flatMap(({ code }) => {
      const resolved = questions.get(code);
      return resolved === undefined ? [] : [resolved];
    });
  const all = [...questions.values()];
  const total = isAnythingKnown(all) ? figureOf(totalOf(measure, of), measure) : null;
  if (measure.scale === 'points') return { questions, dimensions: [], total };
  const dimensions = measure.dimensions.map((dimension) => {
    const own = of(dimension);
    return {
      code: dimension.code,
      figure: isAnythingKnown(own) ? figureOf(meanOf(own.map(shareOf), 100), measure) : null,
    };
  });
  return { questions, dimensions, total };
}

function totalOf(measure: Measure, of: (dimension: MeasureDimension) => readonly ResolvedQuestion[]): Ends {
  if (measure.scale === 'percent') {
    return meanOf(
      measure.dimensions.map((dimension) => meanOf(of(dimension).map(shareOf), 100)),
      1,
    );
  }
  const ranges = measure.dimensions.flatMap((dimension) => of(dimension).flatMap(({ rows }) => rows));
  return {
    lowest: sumOf(ranges.map(({ range }) => range.lowest)),
    highest: Math.min(highestFigure(measure), sumOf(ranges.map(({ range }) => range.highest))),
  };
}
