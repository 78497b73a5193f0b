import * as fc from 'fast-check';
import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import { placesAbout } from '#shared/domain/effect/effect-groups.ts';
import type { EffectCell, EffectDocument, EffectSpec } from '#shared/domain/effect/effect-release.ts';
import { keyOf, nameArbitrary, publishedOf, rulesOfAny, sometimes } from './release-document.ts';

const dimensions = ['D1', 'D2', 'PM4'];
const steps = ['1.1', '1.2', '2.10'];

const packageArbitrary = (at: number) =>
  fc.record({
    code: fc.constant(`package-${at}`),
    steps: fc.subarray(steps),
    dimensions: fc.subarray(dimensions),
  });

function namesArbitrary(packages: EffectSpec['packages']): fc.Arbitrary<EffectSpec['names']> {
  const named = (codes: readonly string[], from: number) =>
    fc
      .tuple(...codes.map((_, at) => nameArbitrary(from + at)))
      .map((names) => Object.fromEntries(codes.map((code, at) => [code, names[at] ?? { sv: code, en: code }])));
  return fc
    .record({
      measures: named(dimensions, 10),
      packages: named(
        packages.map(({ code }) => code),
        20,
      ),
      steps: named(steps, 40),
      attributes: fc.tuple(nameArbitrary(60), nameArbitrary(61)),
    })
    .map(({ measures, packages: values, steps: stepNames, attributes }) => ({
      measures: Object.fromEntries(
        Object.entries(measures).map(([code, name]) => [code, { name, kind: 'level', heading: 'digital' }]),
      ),
      headings: { digital: { sv: 'Digitalt', en: 'Digital' } },
      attributes: {
        package: { name: attributes[0], values },
        step: { name: attributes[1], values: stepNames },
      },
    }));
}

const specArbitrary: fc.Arbitrary<EffectSpec> = fc
  .integer({ min: 1, max: 4 })
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_, at) => packageArbitrary(at))))
  .chain((packages) =>
    fc.record({
      kind: fc.constant('effect' as const),
      name: nameArbitrary(1),
      before: fc.constant({ from: '2024-01-01', until: '2025-01-01' }),
      after: fc.constant({ from: '2025-01-01', until: '2026-07-01' }),
      population: fc.constantFrom('all' as const, 'sme' as const),
      isSimulated: fc.boolean(),
      counties: fc.constant(['17', '20', '21']),
      measures: fc.constant(dimensions),
      packages: fc.constant(packages),
      matching: fc.constant({ version: 'effect-1', caliper: 50, confidencePercent: 95 }),
      names: namesArbitrary(packages),
      rules: fc.constant(rulesOfAny),
    }),
  );

const tenths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 10);
const nothing = { tookPart: null, matched: null, estimate: null, low: null, high: null };

/** What is shown of a group, below no difference as often as above it; or nothing. */
const figuresArbitrary = sometimes(
  fc.record({
    estimate: tenths(-20, 20),
    below: fc.integer({ min: 0, max: 20 }),
    above: fc.integer({ min: 0, max: 20 }),
    matched: fc.integer({ min: 2, max: 60 }),
    without: fc.integer({ min: 0, max: 10 }),
  }),
).map((shown) =>
  shown === null
    ? nothing
    : {
        tookPart: 5 * (shown.matched + shown.without),
        matched: 5 * shown.matched,
        estimate: shown.estimate,
        low: Math.round(10 * shown.estimate - shown.below) / 10,
        high: Math.round(10 * shown.estimate + shown.above) / 10,
      },
);

const documentArbitrary: fc.Arbitrary<EffectDocument> = specArbitrary.chain((spec) => {
  const asked = spec.measures.flatMap((measure) =>
    placesAbout(spec.packages.filter((each) => each.dimensions.includes(measure))).map((place) => ({
      measure,
      group: groupKey(place),
    })),
  );
  const cells = asked.map((cell) => figuresArbitrary.map((figures): EffectCell => ({ ...cell, ...figures })));
  return fc.record({
    format: fc.constant('mattstock-effect-1' as const),
    spec: fc.constant(spec),
    cells: fc.tuple(...cells),
  });
});

/** Any release of effects there could be, under names that nobody would choose. */
export const effectArbitrary: fc.Arbitrary<PublishedEffect> = documentArbitrary.map(publishedOf);

const figures = [
  ['estimate', 'estimate'],
  ['low', 'low'],
  ['high', 'high'],
  ['tookPart', 'took-part'],
  ['matched', 'matched'],
] as const;

/** Every number that a document of effects shows, from its cells alone. */
export function shownInEffect({ cells }: EffectDocument): Map<string, number> {
  const shown = new Map<string, number>();
  for (const cell of cells) {
    for (const [key, figure] of figures) {
      const value = cell[key];
      if (value !== null) shown.set(keyOf(cell.measure, cell.group, figure), value);
    }
  }
  return shown;
}
