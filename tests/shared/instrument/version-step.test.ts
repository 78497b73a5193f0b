import { describe, expect, test } from 'vitest';
import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import { isStepEmpty, stepBetween } from '#shared/domain/instrument/version/version-step.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';

const before = structureOf([ladder('D1.1'), ladder('D1.2'), ladder('D1.3'), ladder('PM1.1')]);
const after = structureOf([ladder('D1.1'), ladder('D1.2'), ladder('D1.3', { allowsDontKnow: false }), ladder('PM1.2')]);
const related =
  (relations: Readonly<Record<string, Relation>>) =>
  (code: string): Relation =>
    relations[code] ?? 'same';

describe('what becomes of the questions when a response goes over to another version', () => {
  test('those that ask the same stay, and of them it is told which have other words', () => {
    expect(stepBetween(before, after, 'quick', related({ 'D1.1': 'kept' }))).toEqual({
      staying: ['D1.1', 'D1.2'],
      reworded: ['D1.1'],
      anew: ['D1.3'],
      added: ['PM1.2'],
      removed: ['PM1.1'],
    });
  });

  test('one that asks something else, or of which nothing is known, is asked anew', () => {
    expect(stepBetween(before, after, 'quick', related({ 'D1.1': 'changed' }))?.anew).toEqual(['D1.1', 'D1.3']);
    expect(stepBetween(before, after, 'quick', () => undefined)?.staying).toEqual([]);
  });

  test('one that allows less is asked anew, and stays on the way back, where it allows more', () => {
    expect(stepBetween(before, after, 'quick', related({}))?.anew).toEqual(['D1.3']);
    expect(stepBetween(after, before, 'quick', related({}))).toMatchObject({
      anew: [],
      staying: ['D1.1', 'D1.2', 'D1.3'],
    });
  });

  test('there and back, what stays in both directions is what both ask alike', () => {
    const there = stepBetween(before, after, 'quick', related({ 'D1.1': 'changed' }));
    const back = stepBetween(after, before, 'quick', related({ 'D1.1': 'changed' }));
    expect([there?.added, there?.removed]).toEqual([back?.removed, back?.added]);
    expect(there?.staying.every((code) => back?.staying.includes(code))).toBe(true);
  });

  test('is nothing between a version and itself, and undefined for a form that one of them lacks', () => {
    const none = stepBetween(before, before, 'quick', related({}));
    expect(none !== undefined && isStepEmpty(none)).toBe(true);
    expect(stepBetween(before, after, 'none', related({}))).toBeUndefined();
  });
});
