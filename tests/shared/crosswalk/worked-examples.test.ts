import { expect, test } from 'vitest';
import { allOf, answersOf, dii, dimensionOf, dmat, everyRow, figuresOf } from './shipped-measures.ts';

test('a dimension is the mean of its questions, as worked out by hand', () => {
  // Invested in 4 of 10, plans in 2 of 10, prepared in 6 of 10: (0.4 + 0.2 + 0.6) / 3 = 0.4.
  const added = {
    ...everyRow(dmat, 'lowest'),
    ...{ 'q1-invested-design': 1, 'q1-invested-sales': 1, 'q1-invested-inbound': 1, 'q1-invested-delivery': 1 },
    ...{ 'q1-planned-design': 1, 'q1-planned-security': 1 },
    ...{ 'q2-needs': 1, 'q2-finance': 1, 'q2-management': 1, 'q2-staff': 1, 'q2-risks': 1, 'q2-specialists': 1 },
  };

  const figure = dimensionOf(figuresOf(dmat, { added }), 'strategy');

  expect(figure?.lowest).toBeCloseTo(40, 9);
  expect(figure?.highest).toBeCloseTo(40, 9);
  expect(figure?.shown).toEqual({ lowest: 40, highest: 40 });
});

test('the six areas of a firm that has added everything, as worked out by hand', () => {
  const added = {
    ...everyRow(dmat, 'lowest'),
    // Readiness: 10 of 10 ticks, one of seven technologies tested (3 of 5): (1 + 0.6 / 7) / 2 = 54.2857.
    ...allOf(dmat, 'q3', 1),
    'q4-vr': 3,
    // People: 7 of 7 and 4 of 8: (1 + 0.5) / 2 = 75.
    ...allOf(dmat, 'q5', 1),
    ...{ 'q6-design': 1, 'q6-support': 1, 'q6-flexible': 1, 'q6-autonomy': 1 },
    // Data: 7 of 7 positive rows and 3 of 6: (1 + 0.5) / 2 = 75.
    ...allOf(dmat, 'q7', 1),
    ...{ 'q8-policy': 1, 'q8-backup': 1, 'q8-training': 1 },
    // Automation: 5 + 2 of 25 steps = 28.
    ...{ 'q9-robotics': 5, 'q9-vision': 2 },
    // Green: 2 of 10, and 1 + 0.5 of 5: (0.2 + 0.3) / 2 = 25.
    ...{ 'q10-energy': 1, 'q10-paperless': 1, 'q11-management': 2, 'q11-recycling': 1 },
  };

  const figures = figuresOf(dmat, { added });

  expect(figures.dimensions.map(({ figure }) => figure?.lowest)).toEqual([
    0,
    expect.closeTo(54.285_714, 5),
    75,
    75,
    expect.closeTo(28, 9),
    expect.closeTo(25, 9),
  ]);
  // (0 + 54.2857 + 75 + 75 + 28 + 25) / 6 = 42.88, which is shown as 43.
  expect(figures.total?.lowest).toBeCloseTo(42.880_952, 5);
  expect(figures.total?.highest).toBe(figures.total?.lowest);
  expect(figures.total?.shown).toEqual({ lowest: 43, highest: 43 });
  expect(figures.total?.bands).toEqual({ lowest: 'average', highest: 'average' });
});

test('answers alone give a range from what they show to what they leave open, as worked out by hand', () => {
  // D9.1 at 3: a copy kept apart is shown (q8-backup yes), whether there is a plan is not.
  // D9.2 at 2: there are rules (q8-policy yes). The other four of six are open. Nothing of q7 is known.
  const answers = answersOf({ 'D9.1': 3, 'D9.2': 2 });

  const figure = dimensionOf(figuresOf(dmat, { answers }), 'data');

  // Lowest (0 + 2/6) / 2, highest (1 + 1) / 2.
  expect(figure?.lowest).toBeCloseTo(16.666_667, 5);
  expect(figure?.highest).toBeCloseTo(100, 9);
  expect(figure?.bands).toEqual({ lowest: 'basic', highest: 'advanced' });
});

test('a step between is left unknown: a list of facts that contradict each other is neither rules nor none', () => {
  const rowOf = (level: number) =>
    figuresOf(dmat, { answers: answersOf({ 'D2.6': level }) })
      .questions.get('q7')
      ?.rows.find(({ code }) => code === 'q7-policy');

  expect([0, 1, 2, 3, 4].map((level) => rowOf(level)?.range)).toEqual([
    { lowest: 0, highest: 0 },
    { lowest: 0, highest: 0 },
    { lowest: 0, highest: 1 },
    { lowest: 1, highest: 1 },
    { lowest: 1, highest: 1 },
  ]);
  expect(rowOf(2)?.origin).toBe('unknown');
  expect(rowOf(3)).toMatchObject({ origin: 'derived', sources: [{ item: 'D2.6', atLeast: 3 }] });
});

test('what the ladder allows of a scale is a range of steps', () => {
  const rangeAt = (level: number) =>
    figuresOf(dmat, { answers: answersOf({ 'D2.4': level }) })
      .questions.get('q9')
      ?.rows.find(({ code }) => code === 'q9-vision')?.range;

  expect([0, 1, 2, 3].map(rangeAt)).toEqual([
    { lowest: 0, highest: 0 },
    { lowest: 0, highest: 1 },
    { lowest: 0, highest: 3 },
    { lowest: 0, highest: 5 },
  ]);
});

test('the twelve points are the rows that hold, with the rest left open', () => {
  // D2.1 at 3: a business system (yes). D5.2 at 1: no system for customers (no). D2.4 at 1: no AI (no).
  // Two social media added: both rows about them hold. The other seven are open.
  const grounds = { answers: answersOf({ 'D2.1': 3, 'D5.2': 1, 'D2.4': 1 }), added: { 'dii-social-two': 1 } };

  const { total, dimensions } = figuresOf(dii, grounds);

  expect(total?.shown).toEqual({ lowest: 3, highest: 10 });
  expect(total?.bands).toEqual({ lowest: 'very-low', highest: 'very-high' });
  expect(dimensions).toEqual([]);
});

test('the bands of the twelve points begin at 4, 7 and 10', () => {
  const rows = Object.keys(everyRow(dii, 'highest')).filter((code) => code.startsWith('dii-'));
  const bandWith = (points: number) => {
    const added = Object.fromEntries(rows.map((code, index) => [code, index < points ? 1 : 0]));
    return figuresOf(dii, { added }).total?.bands.lowest;
  };

  expect([3, 4, 6, 7, 9, 10, 12].map(bandWith)).toEqual([
    'very-low',
    'low',
    'low',
    'high',
    'high',
    'very-high',
    'very-high',
  ]);
});

test('an own answer beats what was derived, and a certificate of the profile counts', () => {
  const row = (grounds: Parameters<typeof figuresOf>[1], question: string, code: string) =>
    figuresOf(dmat, grounds)
      .questions.get(question)
      ?.rows.find((each) => each.code === code);
  const answers = answersOf({ 'D5.1': 0, 'D7.5': 0 });

  expect(row({ answers }, 'q3', 'q3-website')).toMatchObject({ origin: 'derived', range: { lowest: 0, highest: 0 } });
  expect(row({ answers, added: { 'q3-website': 1 } }, 'q3', 'q3-website')).toMatchObject({
    origin: 'added',
    range: { lowest: 1, highest: 1 },
  });
  expect(row({ answers, profile: { certifications: ['environment'] } }, 'q11', 'q11-management')).toMatchObject({
    range: { lowest: 2, highest: 2 },
    sources: [{ certification: 'environment' }],
  });
});

test('an answer beyond the steps of a question, and one to a row that is gone, say nothing', () => {
  const figures = figuresOf(dmat, { added: { 'q3-website': 5, 'q3-telex': 1 } });

  expect(figures.total).toBeNull();
});

test('where nothing at all is known there is no figure, and a dimension without anything is told alone', () => {
  const nothing = figuresOf(dmat, {});
  const answered = figuresOf(dmat, { answers: answersOf({ 'D5.1': 2 }) });

  expect([nothing.total, ...nothing.dimensions.map(({ figure }) => figure)]).toEqual(Array(7).fill(null));
  expect(figuresOf(dii, {}).total).toBeNull();
  expect(dimensionOf(answered, 'readiness')).not.toBeNull();
  expect(dimensionOf(answered, 'green')).toBeNull();
  // The dimensions of which nothing is known can lie anywhere: one tick of twenty halves of one sixth is 0.83.
  expect(answered.total?.lowest).toBeCloseTo(0.833_333, 5);
  expect(answered.total?.highest).toBeCloseTo(100, 9);
});
