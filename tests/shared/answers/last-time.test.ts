import { describe, expect, test } from 'vitest';
import { lastTime } from '#shared/domain/answers/last-time.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import { answer, answersOf, ladder, structureOf } from '../../support/small-instrument.ts';

const structure = structureOf([ladder('D1.1'), ladder('D1.2', { allowsDontKnow: false }), ladder('PM1.1')]);
const round = (
  submittedAt: string,
  given: Parameters<typeof answersOf>[0],
  relations: Readonly<Record<string, Relation | undefined>> = {},
) => ({
  submittedAt,
  answers: answersOf(given),
  isTogether: false,
  relationOf: (code: string) => (code in relations ? relations[code] : ('same' as const)),
});
const [spring, autumn] = ['2026-03-12T09:00:00.000Z', '2025-10-01T09:00:00.000Z'];
const of = (...newestFirst: Parameters<typeof lastTime>[2]) => lastTime(structure, 'quick', newestFirst);

describe('what was answered last time', () => {
  test('is the newest answer to each question, whichever submission it stood in', () => {
    expect(of(round(spring, { 'D1.1': 3 }), round(autumn, { 'D1.1': 1, 'PM1.1': 2 }))).toEqual([
      {
        itemCode: 'D1.1',
        value: { state: 'level', level: 3 },
        submittedAt: spring,
        isReworded: false,
        isTogether: false,
      },
      {
        itemCode: 'PM1.1',
        value: { state: 'level', level: 2 },
        submittedAt: autumn,
        isReworded: false,
        isTogether: false,
      },
    ]);
  });

  test('says that it was put together of several, of the questions whose answers are', () => {
    const share: Item = {
      ...{ code: 'D1.2', textCode: 'D1.2', purpose: 'score', kind: 'number', weight: 1, minimum: 0, maximum: 100 },
      ...{ decimals: 0, allowsDontKnow: false, allowsNotApplicable: false, sizeNotes: [] },
    };
    const answers = { ...answersOf({ 'D1.1': 3 }), 'D1.2': answer({ state: 'number', number: 4 }) };
    const before = { ...round(spring, {}), answers, isTogether: true };
    expect(lastTime(structureOf([ladder('D1.1'), share]), 'quick', [before])).toMatchObject([
      { itemCode: 'D1.1', isTogether: true },
      { itemCode: 'D1.2', isTogether: false },
    ]);
  });

  test('says that the question was put in other words', () => {
    expect(of(round(spring, { 'D1.1': 3 }, { 'D1.1': 'kept' }))).toMatchObject([
      { itemCode: 'D1.1', isReworded: true },
    ]);
  });

  test.each<Relation | undefined>(['changed', 'added', 'removed', undefined])(
    'leaves out a question that asks something else now (%s), and takes no older one either',
    (relation) => {
      const relations = { 'D1.1': relation };
      expect(of(round(spring, { 'D1.1': 3 }, relations), round(autumn, { 'D1.1': 1 }, relations))).toEqual([]);
    },
  );

  test('leaves out what does not fit the question any more, and takes an older answer that does', () => {
    expect(of(round(spring, { 'D1.2': '?' }), round(autumn, { 'D1.2': 1 }))).toMatchObject([
      { itemCode: 'D1.2', value: { state: 'level', level: 1 }, submittedAt: autumn },
    ]);
  });

  test('brings no comment along, and nothing that was only commented', () => {
    const commented = { 'D1.1': { value: null, comment: 'Vi vet inte än' } };
    expect(
      lastTime(structure, 'quick', [
        { submittedAt: spring, answers: commented, isTogether: false, relationOf: () => 'same' },
      ]),
    ).toEqual([]);
  });

  test('is nothing for a form that does not exist, or a firm that answers for the first time', () => {
    expect(lastTime(structure, 'none', [round(spring, { 'D1.1': 3 })])).toEqual([]);
    expect(of()).toEqual([]);
  });
});
