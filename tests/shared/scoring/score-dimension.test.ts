import { describe, expect, test } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { scoreDimension } from '#shared/domain/scoring/score-dimension.ts';
import { answer, answersOf, ladder, rules, workshop } from '../../support/small-instrument.ts';

const four = [ladder('D1.1'), ladder('D1.2'), ladder('D1.3'), ladder('D1.4')];

function score(items: readonly Item[], answers: Answers) {
  return scoreDimension({ code: 'D1', part: 'digital' }, items, { profile: workshop, answers, rules });
}

describe('a dimension', () => {
  // (1 + 2 + 3 + 4) / 4 = 2.5; 2.5 x 25 = 62.5; nothing unknown, so the range is a point; 1.5 <= 2.5 < 2.8.
  test('is the mean of its answered items', () => {
    expect(score(four, answersOf({ 'D1.1': 1, 'D1.2': 2, 'D1.3': 3, 'D1.4': 4 }))).toMatchObject({
      status: 'scored',
      level: 2.5,
      percent: 62.5,
      range: { lowest: 2.5, highest: 2.5 },
      band: 'mid',
      rangeBands: { lowest: 'mid', highest: 'mid' },
      answeredWeight: 4,
      applicableWeight: 4,
    });
  });

  // Weights 3 and 1: (3 x 4 + 1 x 0) / 4 = 3.
  test('weighs its items', () => {
    const items = [ladder('D1.1', { weight: 3 }), ladder('D1.2')];

    expect(score(items, answersOf({ 'D1.1': 4, 'D1.2': 0 }))).toMatchObject({ level: 3, band: 'high' });
  });

  // Level (2 + 2 + 2) / 3 = 2. Worst case (6 + 0) / 4 = 1.5, best case (6 + 4) / 4 = 2.5.
  test('leaves *vet ej* out of the level and widens the range by it', () => {
    expect(score(four, answersOf({ 'D1.1': 2, 'D1.2': 2, 'D1.3': 2, 'D1.4': '?' }))).toMatchObject({
      level: 2,
      range: { lowest: 1.5, highest: 2.5 },
      answeredWeight: 3,
      applicableWeight: 4,
    });
  });

  // (2 + 2 + 2) / 3 = 2 with a denominator of 3: the range stays a point.
  test('takes *ej relevant* out of the denominator without a penalty', () => {
    expect(score(four, answersOf({ 'D1.1': 2, 'D1.2': 2, 'D1.3': 2, 'D1.4': '-' }))).toMatchObject({
      level: 2,
      range: { lowest: 2, highest: 2 },
      applicableWeight: 3,
    });
  });

  // 2 of 4 is 50 %, below 60 %: no level, but 4 / 4 = 1 at worst and (4 + 8) / 4 = 3 at best are known.
  test('has no level when too few items are answered, but still a range', () => {
    expect(score(four, answersOf({ 'D1.1': 2, 'D1.2': 2 }))).toMatchObject({
      status: 'too-few-answers',
      level: null,
      percent: null,
      band: null,
      range: { lowest: 1, highest: 3 },
      rangeBands: { lowest: 'low', highest: 'high' },
    });
  });

  // 3 of 5 is exactly 60 %.
  test('is scored at exactly the share needed', () => {
    const five = [...four, ladder('D1.5')];

    expect(score(five, answersOf({ 'D1.1': 4, 'D1.2': 4, 'D1.3': 4 })).status).toBe('scored');
  });

  test('concerns nobody when every item is not relevant', () => {
    expect(score([ladder('D1.1')], answersOf({ 'D1.1': '-' }))).toMatchObject({
      status: 'not-applicable',
      level: null,
      range: null,
      applicableWeight: 0,
    });
  });

  test.each([
    [1.49, 'low'],
    [1.5, 'mid'],
    [2.75, 'mid'],
    [3, 'high'],
  ])('with the level %d is in the band %s', (wanted, band) => {
    const quarters = Math.round(wanted * 100);
    const items = [ladder('D1.1', { weight: 1 })];
    const inPoints = { ...rules, ladderPoints: [quarters / 100, 1, 2, 3, 4] as typeof rules.ladderPoints };

    const scored = scoreDimension({ code: 'D1', part: 'digital' }, items, {
      profile: workshop,
      answers: answersOf({ 'D1.1': 0 }),
      rules: inPoints,
    });

    expect(scored.band).toBe(band);
  });

  test('says of every item what became of it', () => {
    const items = [
      ladder('D1.1'),
      ladder('D1.2'),
      ladder('D1.3'),
      ladder('D1.4'),
      ladder('D1.5', { appliesWhen: { chainRole: ['own-product'] } }),
    ];

    const { items: contributions } = score(items, {
      ...answersOf({ 'D1.1': 3, 'D1.2': '?', 'D1.3': '-', 'D1.5': 4 }),
      'D1.4': answer(null),
    });

    expect(contributions.map(({ state, points }) => [state, points])).toEqual([
      ['answered', 3],
      ['dont-know', null],
      ['not-applicable', null],
      ['unanswered', null],
      ['off-path', null],
    ]);
  });
});
