import fc from 'fast-check';
import { countStrata, type Frame } from '#shared/domain/benchmark/frame.ts';
import type { Material } from '#shared/domain/benchmark/material.ts';
import { choiceMeasure, type Measure, yesNoMeasure } from '#shared/domain/benchmark/measure.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';

/** Small enough for every table there is to be tried. */
export const smallRules: DisclosureRules = {
  version: 'small',
  fewestFirms: 3,
  fewestOutside: 2,
  fewestInClass: 2,
  onEitherSide: 2,
  leastDoubtPercent: 50,
  roundTo: 1,
  fewestDifferent: 2,
  costs: [100, 10, 1],
};

export const smallMeasure: Measure = {
  code: 'M',
  kind: 'level',
  highest: 2,
  hasMean: true,
  classes: [0, 1, 2],
  coarse: [[0, 1], [2]],
  finest: 1,
};

/** With a mean and without, of two classes and of three. */
export const measures: readonly Measure[] = [smallMeasure, yesNoMeasure('yes-no'), choiceMeasure('choice', 3)];

const a = { code: 'a', values: ['1', '2'] };
const b = { code: 'b', values: ['1', '2', '3'] };
const c = { code: 'c', values: ['1', '2'] };

export const frames: readonly Frame[] = [
  { attributes: [a, b], breakdowns: [[], ['a'], ['b']] },
  { attributes: [a, b], breakdowns: [[], ['a'], ['b'], ['a', 'b']] },
  { attributes: [a, c], breakdowns: [[], ['a'], ['a', 'c']] },
];

/** The firms of a stratum, by value. */
const tally = ({ highest }: Measure, most: number) =>
  fc.array(fc.integer({ min: 0, max: highest }), { maxLength: most }).map(
    (values) =>
      new Map(
        Map.groupBy(values, (value) => value)
          .entries()
          .map(([value, all]) => [value, all.length]),
      ),
  );

/** Strata of up to so many firms, which lean to either end of the scale as firms do. */
export const arbitraryMaterial = (frame: Frame, measure = smallMeasure, most = 3): fc.Arbitrary<Material> =>
  fc.record({
    measure: fc.constant(measure),
    tallies: fc.array(tally(measure, most), { minLength: countStrata(frame), maxLength: countStrata(frame) }),
    insiders: fc.constant([]),
  });
