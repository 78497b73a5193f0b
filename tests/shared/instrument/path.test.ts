import { describe, expect, test } from 'vitest';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import { holds } from '#shared/domain/instrument/holds.ts';
import { itemsOnPath, stepsOnPath } from '#shared/domain/instrument/path.ts';
import { answer, answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

describe('a condition', () => {
  const answers = {
    ...answersOf({ 'D1.1': 2, 'D1.2': '-' }),
    'D1.3': answer({ state: 'choice', choice: 'weekly' }),
    'D1.4': answer({ state: 'choices', choices: ['a', 'b'] }),
  };

  test.each<[string, Condition, boolean]>([
    ['size', { sizeClass: ['10-49', '50-249'] }, true],
    ['another size', { sizeClass: ['1-4'] }, false],
    ['branch', { branch: ['metal-products-and-machinery'] }, true],
    ['role', { chainRole: ['own-product'] }, false],
    ['not relevant', { item: 'D1.2', isNotApplicable: true }, true],
    ['answered, so relevant', { item: 'D1.1', isNotApplicable: true }, false],
    ['at least its level', { item: 'D1.1', atLeast: 2 }, true],
    ['at least more', { item: 'D1.1', atLeast: 3 }, false],
    ['a choice', { item: 'D1.3', choice: 'weekly' }, true],
    ['one of several choices', { item: 'D1.4', choice: 'b' }, true],
    ['an unanswered item', { item: 'D9.9', atLeast: 0 }, false],
    ['not', { not: { item: 'D9.9', atLeast: 0 } }, true],
    ['all', { all: [{ sizeClass: ['10-49'] }, { item: 'D1.1', atLeast: 3 }] }, false],
    ['any', { any: [{ sizeClass: ['1-4'] }, { item: 'D1.1', atLeast: 1 }] }, true],
  ])('on %s is decided', (_name, condition, expected) => {
    expect(holds(condition, workshop, answers)).toBe(expected);
  });
});

describe('the path', () => {
  const structure = structureOf([
    ladder('X4.1'),
    ladder('X4.2', { appliesWhen: { not: { item: 'X4.1', isNotApplicable: true } } }),
    ladder('X5.1', { appliesWhen: { chainRole: ['own-product'] } }),
  ]);
  const codes = (answers: Parameters<typeof answersOf>[0], profile = workshop) =>
    itemsOnPath(structure, 'quick', profile, answersOf(answers)).map(({ code }) => code);

  test('follows earlier answers', () => {
    expect(codes({})).toEqual(['X4.1', 'X4.2']);
    expect(codes({ 'X4.1': '-' })).toEqual(['X4.1']);
  });

  test('follows the profile', () => {
    expect(codes({}, { ...workshop, chainRole: 'own-product' })).toEqual(['X4.1', 'X4.2', 'X5.1']);
  });

  test('leaves out sections without steps', () => {
    expect(stepsOnPath(structure, 'quick', workshop, {}).map(({ code }) => code)).toEqual(['X4']);
  });

  test('of an unknown form is empty', () => {
    expect(stepsOnPath(structure, 'unknown', workshop, {})).toEqual([]);
  });
});
