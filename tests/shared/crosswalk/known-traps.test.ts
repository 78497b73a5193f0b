import { describe, expect, test } from 'vitest';
import { bandOfFigure, shownNumber } from '#shared/domain/crosswalk/figure.ts';
import { highestSteps, questionsOf } from '#shared/domain/crosswalk/measure.ts';
import { allOf, answersOf, dii, dimensionOf, dmat, everyRow, figuresOf } from './shipped-measures.ts';

const nothing = everyRow(dmat, 'lowest');
const dimensionWith = (code: string, added: Readonly<Record<string, number | undefined>>): number => {
  const figure = dimensionOf(figuresOf(dmat, { added: { ...nothing, ...added } }), code);
  if (figure === null || figure === undefined) throw new Error(`no figure of ${code}`);
  expect(figure.highest).toBeCloseTo(figure.lowest, 9);
  return figure.lowest;
};

describe('the first dimension in thirds', () => {
  // Three open programs disagree: one gives equal thirds to the two columns and the preparations, one half credit to a
  // plan, one lets both columns together weigh as much as the preparations. Decision: thirds. Its author's formula is the
  // only one that was read whole, and the notes of another speak of special weights of this dimension "per official
  // rules", which fit the thirds.
  test('both columns and the preparations weigh the same', () => {
    expect(dimensionWith('strategy', allOf(dmat, 'q1-invested', 1))).toBeCloseTo(100 / 3, 9);
    expect(dimensionWith('strategy', allOf(dmat, 'q1-planned', 1))).toBeCloseTo(100 / 3, 9);
    expect(dimensionWith('strategy', allOf(dmat, 'q2', 1))).toBeCloseTo(100 / 3, 9);
  });

  // Decision: kept as it is, since it is theirs, and said beside the figure.
  test('who has invested everywhere and plans nothing more reaches two thirds at most', () => {
    const most = { ...allOf(dmat, 'q1-invested', 1), ...allOf(dmat, 'q2', 1) };

    expect(dimensionWith('strategy', most)).toBeCloseTo(66.666_667, 5);
  });

  test('finishing a plan lowers the figure where no new one follows', () => {
    const before = { ...allOf(dmat, 'q1-invested', 1), 'q1-planned-sales': 1 };

    expect(dimensionWith('strategy', { ...before, 'q1-planned-sales': 0 })).toBeLessThan(
      dimensionWith('strategy', before),
    );
  });
});

describe('the negative row about data', () => {
  // One program counts it as a plus (a full answer is then 7 of 8, and the dimension ends at 93.75), another gives it
  // -1 and divides by 6 (a full answer is then 11.67 of 10, and the dimension passes 100). Decision: it is no point, it
  // excludes the others, and the seven positive rows are the whole.
  test('all seven positive rows are the whole, and no more', () => {
    expect(dimensionWith('data', allOf(dmat, 'q7', 1))).toBeCloseTo(50, 9);
    expect(dimensionWith('data', { ...allOf(dmat, 'q7', 1), ...allOf(dmat, 'q8', 1) })).toBeCloseTo(100, 9);
  });

  test('saying yes to it gives nothing for the question, whatever else was answered', () => {
    expect(dimensionWith('data', { 'q7-not-digital': 1 })).toBe(0);
    expect(dimensionWith('data', { ...allOf(dmat, 'q7', 1), 'q7-not-digital': 1 })).toBe(0);
    // As it is derived otherwise.
    const { questions } = figuresOf(dmat, { answers: answersOf({ 'D8.3': 4 }), added: { 'q7-not-digital': 1 } });
    expect(questions.get('q7')?.rows.find(({ code }) => code === 'q7-analysed')).toEqual({
      ...{ code: 'q7-analysed', range: { lowest: 0, highest: 0 }, origin: 'excluded', sources: [] },
    });
  });

  test('that it does not hold is no knowledge of the others, and gives no figure', () => {
    expect(dimensionOf(figuresOf(dmat, { added: { 'q7-not-digital': 0 } }), 'data')).toBeNull();
  });
});

describe('bands that are given in whole numbers', () => {
  // 0-25, 26-50, 51-75 and 76-100 leave gaps: in one program 25.4 is in no band and falls back on the last, Advanced.
  // Decision: the whole number that is shown is in the band, half rounded up.
  test.each([
    [0, 'basic'],
    [25, 'basic'],
    [25.4, 'basic'],
    [25.499_999, 'basic'],
    [25.5, 'average'],
    [26, 'average'],
    [50.4, 'average'],
    [50.5, 'moderate'],
    [75.49, 'moderate'],
    [75.5, 'advanced'],
    [100, 'advanced'],
  ])('%d is %s', (figure, band) => {
    expect(bandOfFigure(figure, dmat.bands)).toBe(band);
  });

  test('a half in truth is rounded up, also where the computer has a hair less', () => {
    // 0.85 of 30: in binary 25.499999999999996.
    expect(0.849_999_999_999_999_9 * 30).toBeLessThan(25.5);
    expect(shownNumber(0.849_999_999_999_999_9 * 30)).toBe(26);
  });
});

describe('a scale from considering to operation', () => {
  // Decision: kept, and said beside the figure.
  test('considering to use a technology earns a fifth of it', () => {
    expect(dimensionWith('automation', { 'q9-audio': 1 })).toBeCloseTo(
      dimensionWith('automation', { 'q9-audio': 5 }) / 5,
    );
    expect(dimensionWith('automation', allOf(dmat, 'q9', 1))).toBeCloseTo(20, 9);
  });
});

describe('no answer for what does not concern a firm', () => {
  // Decision: kept, and said beside the figure. Our "not applicable" becomes "not used".
  test('a service firm without the seven technologies reaches half of the dimension at most', () => {
    expect(dimensionWith('readiness', allOf(dmat, 'q3', 1))).toBeCloseTo(50, 9);
  });

  test('a question of ours that does not concern the firm becomes not used', () => {
    const { questions } = figuresOf(dmat, { answers: answersOf({ 'D4.4': null, 'D2.3': null }) });
    const rangeOf = (question: string, code: string) =>
      questions.get(question)?.rows.find((row) => row.code === code)?.range;

    expect(rangeOf('q4', 'q4-cad')).toEqual({ lowest: 0, highest: 0 });
    expect(rangeOf('q9', 'q9-robotics')).toEqual({ lowest: 0, highest: 0 });
  });
});

describe('hidden weights', () => {
  const totalWith = (added: Readonly<Record<string, number | undefined>>): number =>
    figuresOf(dmat, { added: { ...nothing, ...added } }).total?.lowest ?? Number.NaN;

  // Points of the total that one row moves from nothing to all. Decision: kept, and the steepest is said.
  test.each([
    ['q1-invested-sales', 1, 0.56],
    ['q1-planned-sales', 1, 0.56],
    ['q2-risks', 1, 0.56],
    ['q3-systems', 1, 0.83],
    ['q4-mes', 5, 1.19],
    ['q5-plan', 1, 1.19],
    ['q6-design', 1, 1.04],
    ['q7-analysed', 1, 1.19],
    ['q8-backup', 1, 1.39],
    ['q9-audio', 5, 3.33],
    ['q10-energy', 1, 0.83],
    ['q11-management', 2, 1.67],
  ])('%s moves the total by its own weight', (row, step, points) => {
    expect(totalWith({ [row]: step })).toBeCloseTo(points, 2);
  });

  test('one row on AI weighs as much as six business areas and 2.4 backups', () => {
    expect(totalWith({ 'q9-audio': 5 }) / totalWith({ 'q1-invested-sales': 1 })).toBeCloseTo(6, 9);
    expect(totalWith({ 'q9-audio': 5 }) / totalWith({ 'q8-backup': 1 })).toBeCloseTo(2.4, 9);
  });
});

describe('what the form asks', () => {
  test('is eleven questions with 96 rows, one of which is no point, and twelve things', () => {
    const rows = questionsOf(dmat).flatMap((question) => question.rows.map((row) => ({ ...row, kind: question.kind })));

    expect(new Set(questionsOf(dmat).map(({ number }) => number)).size).toBe(11);
    expect(rows).toHaveLength(96);
    expect(rows.filter(({ isExclusive }) => isExclusive).map(({ code }) => code)).toEqual(['q7-not-digital']);
    expect(questionsOf(dii).flatMap((question) => question.rows)).toHaveLength(12);
  });

  test('everything together is exactly 100, and the twelve points are 12', () => {
    expect(figuresOf(dmat, { added: everyRow(dmat, 'highest') }).total?.lowest).toBeCloseTo(100, 9);
    expect(figuresOf(dii, { added: everyRow(dii, 'highest') }).total?.lowest).toBe(12);
    expect(highestSteps.stages).toBe(5);
  });
});
