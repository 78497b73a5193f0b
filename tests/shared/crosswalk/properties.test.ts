import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { AddedSteps, Grounds } from '#shared/domain/crosswalk/derive-row.ts';
import { type Figure, type MeasuredFigures, measureFigures } from '#shared/domain/crosswalk/figure.ts';
import {
  type CrosswalkFact,
  highestFigure,
  highestSteps,
  type Measure,
  questionsOf,
} from '#shared/domain/crosswalk/measure.ts';
import { answersOf, dii, dmat, groundsOf } from './shipped-measures.ts';

const measures = [dmat, dii] as const;
const rows = measures
  .flatMap(questionsOf)
  .flatMap(({ kind, rows: own }) => own.map((row) => ({ ...row, highest: highestSteps[kind] })));
const facts = rows.flatMap(({ derived }) =>
  (derived?.from ?? []).flatMap(({ when }): readonly CrosswalkFact[] => ('all' in when ? when.all : [when])),
);
const items = [...new Set(facts.flatMap((fact) => ('item' in fact ? [fact.item] : [])))];

const levelOf = (item: string): fc.Arbitrary<number | string | null> =>
  item.startsWith('IB.') ? fc.constantFrom('none', 'small', 'some', 'large') : fc.constantFrom(null, 0, 1, 2, 3, 4);
const answered = fc
  .record(Object.fromEntries(items.map((item) => [item, levelOf(item)])), { requiredKeys: [] })
  .map((given): Answers => answersOf(given as Readonly<Record<string, number | string | null>>));
const added = fc
  .record(Object.fromEntries(rows.map(({ code, highest }) => [code, fc.integer({ min: 0, max: highest })])), {
    requiredKeys: [],
  })
  .map((given): AddedSteps => given);
const grounds: fc.Arbitrary<Grounds> = fc.record({
  answers: answered,
  added,
  profile: fc.constantFrom<Grounds['profile']>({}, { certifications: ['environment'] }, { certifications: ['none'] }),
});
const measured = fc.constantFrom<Measure>(...measures);

const figuresIn = ({ dimensions, total }: MeasuredFigures): (Figure | null)[] => [
  ...dimensions.map(({ figure }) => figure),
  total,
];
const widthOf = (figure: Figure | null, measure: Measure): number =>
  figure === null ? highestFigure(measure) : figure.highest - figure.lowest;

test('a figure lies within its scale, its ends in order, and its bands are those of what is shown', () => {
  fc.assert(
    fc.property(measured, grounds, (measure, given) => {
      for (const figure of figuresIn(measureFigures(measure, given))) {
        if (figure === null) continue;
        expect(figure.lowest).toBeGreaterThanOrEqual(0);
        expect(figure.highest).toBeLessThanOrEqual(highestFigure(measure) + 1e-9);
        expect(figure.lowest).toBeLessThanOrEqual(figure.highest + 1e-9);
        const ends = measure.bands.filter(({ code }) => [figure.bands.lowest, figure.bands.highest].includes(code));
        expect(ends.every(({ from }) => from <= figure.shown.highest)).toBe(true);
      }
    }),
  );
});

test('adding an answer never widens a range', () => {
  fc.assert(
    fc.property(
      measured,
      grounds,
      fc.constantFrom(...rows),
      fc.integer({ min: 0, max: 5 }),
      (measure, given, row, step) => {
        // What was answered is not answered anew: changing one's mind may open what the first answer had settled.
        fc.pre(given.added[row.code] === undefined);
        const after = { ...given, added: { ...given.added, [row.code]: Math.min(step, row.highest) } };
        const before = figuresIn(measureFigures(measure, given));
        figuresIn(measureFigures(measure, after)).forEach((figure, index) => {
          expect(widthOf(figure, measure)).toBeLessThanOrEqual(widthOf(before[index] ?? null, measure) + 1e-9);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('the order in which answers came does not matter', () => {
  const backwards = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).toReversed());
  fc.assert(
    fc.property(measured, grounds, (measure, given) => {
      const turned = { ...given, answers: backwards(given.answers), added: backwards(given.added) };
      expect(measureFigures(measure, turned)).toEqual(measureFigures(measure, given));
    }),
  );
});

test('whatever the firm adds where something was left open, the figure it then has lay within the range', () => {
  fc.assert(
    fc.property(measured, grounds, fc.infiniteStream(fc.nat({ max: 5 })), (measure, given, picks) => {
      const before = measureFigures(measure, given);
      const completed: Record<string, number | undefined> = { ...given.added };
      for (const { question, rows: own } of before.questions.values()) {
        for (const { code, range } of own) {
          // The row that would exclude the others is answered for what is known: it holds only where it held.
          const excludes = question.rows.some((row) => row.code === code && row.isExclusive === true);
          const pick = picks.next().value ?? 0;
          completed[code] ??= excludes ? range.lowest : range.lowest + (pick % (range.highest - range.lowest + 1));
        }
      }
      const after = figuresIn(measureFigures(measure, { ...given, added: completed }));
      figuresIn(before).forEach((figure, index) => {
        const point = after[index];
        expect(point).not.toBeNull();
        expect(widthOf(point ?? null, measure)).toBeLessThan(1e-9);
        expect(point?.lowest).toBeGreaterThanOrEqual((figure?.lowest ?? 0) - 1e-9);
        expect(point?.lowest).toBeLessThanOrEqual((figure?.highest ?? highestFigure(measure)) + 1e-9);
      });
    }),
  );
});

test('every row of both measures can be answered, so that nothing stays open', () => {
  const all = Object.fromEntries(rows.map(({ code }) => [code, 0]));
  for (const measure of measures) {
    for (const figure of figuresIn(measureFigures(measure, groundsOf({ added: all })))) {
      expect(figure?.highest).toBe(0);
    }
  }
});
