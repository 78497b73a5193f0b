import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import { completeness } from '#shared/domain/answers/completeness.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { answersOnPath, itemsOnPath } from '#shared/domain/instrument/path.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { answersOf, ladder, level, notApplicable, structureOf, workshop } from '../../support/small-instrument.ts';
import { anyAnswer, picks } from './arbitrary-answers.ts';
import { firmProfiles, instrumentSources } from './arbitrary-instrument.ts';

describe('an item that an earlier answer decides', () => {
  const structure = structureOf([
    ladder('D1.1'),
    ladder('D1.2', { weight: 3, appliesWhen: { item: 'D1.1', atLeast: 2 } }),
  ]);
  const scoreOf = (answers: Answers) => scoreResponse(structure, 'quick', workshop, answers).dimensions[0];
  const pathOf = (answers: Answers) => itemsOnPath(structure, 'quick', workshop, answers).map(({ code }) => code);
  const opened = answersOf({ 'D1.1': 2, 'D1.2': 4 });
  const closed: Answers = { ...opened, 'D1.1': level(1) };
  const reopened: Answers = { ...closed, 'D1.1': level(2) };

  // Open: (1 x 2 + 3 x 4) / 4 = 3.5. Closed: D1.1 alone, 1 / 1 = 1. Open again with the answer kept: 3.5.
  test('is scored, falls off the path and is scored again when the path comes back', () => {
    expect(pathOf(opened)).toEqual(['D1.1', 'D1.2']);
    expect(scoreOf(opened)).toMatchObject({ level: 3.5, applicableWeight: 4 });

    expect(pathOf(closed)).toEqual(['D1.1']);
    expect(scoreOf(closed)).toMatchObject({ level: 1, applicableWeight: 1, range: { lowest: 1, highest: 1 } });
    expect(scoreOf(closed)?.items[1]).toEqual({ item: 'D1.2', state: 'off-path', points: null, weight: 3 });

    expect(pathOf(reopened)).toEqual(['D1.1', 'D1.2']);
    expect(scoreOf(reopened)).toEqual(scoreOf(opened));
  });

  test('keeps its answer while it is off the path', () => {
    expect(closed['D1.2']).toEqual(opened['D1.2']);
    expect(completeness(structure, 'quick', workshop, closed)).toMatchObject({ total: 1, answered: 1, unanswered: 0 });
    expect(completeness(structure, 'quick', workshop, reopened)).toMatchObject({
      total: 2,
      answered: 2,
      unanswered: 0,
    });
  });

  test('is asked for when the path opens and it has no answer', () => {
    expect(completeness(structure, 'quick', workshop, answersOf({ 'D1.1': 3 }))).toMatchObject({ nextStep: 'D1.2' });
  });

  test('closes with *ej relevant*, which is at least nothing', () => {
    expect(pathOf({ ...opened, 'D1.1': notApplicable })).toEqual(['D1.1']);
    expect(scoreOf({ ...opened, 'D1.1': notApplicable })).toMatchObject({ status: 'not-applicable', level: null });
  });
});

describe('an answer that has fallen off the path', () => {
  const structure = structureOf([
    ladder('D1.1'),
    ladder('D1.2', { appliesWhen: { item: 'D1.1', atLeast: 2 } }),
    ladder('D1.3', { appliesWhen: { item: 'D1.2', atLeast: 2 } }),
  ]);
  const opened = answersOf({ 'D1.1': 2, 'D1.2': 4, 'D1.3': 4 });
  const closed: Answers = { ...opened, 'D1.1': level(1) };
  const pathOf = (answers: Answers) => itemsOnPath(structure, 'quick', workshop, answers).map(({ code }) => code);

  // D1.2 closes with D1.1, and D1.3 with it although D1.2 still has its answer: 1 / 1 = 1.
  test('opens nothing further along, and opens it again when it counts', () => {
    expect(pathOf(opened)).toEqual(['D1.1', 'D1.2', 'D1.3']);
    expect(pathOf(closed)).toEqual(['D1.1']);
    expect(scoreResponse(structure, 'quick', workshop, closed).dimensions[0]).toMatchObject({
      level: 1,
      applicableWeight: 1,
    });
    expect(pathOf({ ...closed, 'D1.1': level(2) })).toEqual(['D1.1', 'D1.2', 'D1.3']);
  });
});

describe('in any instrument', () => {
  const cases = fc
    .record({ sources: instrumentSources, profile: firmProfiles, numbers: picks })
    .map(({ sources, profile, numbers }) => {
      const { structure } = assembleDefinition(sources);
      const given = structure.items.map((item, index) => [
        item.code,
        anyAnswer(item, numbers[index % numbers.length] ?? 0),
      ]);
      return { structure, profile, answers: Object.fromEntries(given) as Answers };
    });

  test('what is off the path weighs nothing and has no points', () => {
    fc.assert(
      fc.property(cases, ({ structure, profile, answers }) => {
        const { dimensions } = scoreResponse(structure, 'long', profile, answers);
        const onPath = new Set(itemsOnPath(structure, 'long', profile, answers).map(({ code }) => code));

        for (const { items, applicableWeight } of dimensions) {
          const counted = items.filter(({ state }) => state !== 'off-path' && state !== 'not-applicable');
          expect(counted.filter(({ item }) => !onPath.has(item))).toEqual([]);
          expect(items.filter(({ item, points }) => !onPath.has(item) && points !== null)).toEqual([]);
          expect(applicableWeight).toBe(counted.reduce((sum, { weight }) => sum + weight, 0));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('an answer off the path can be anything: path and score are the same without it', () => {
    fc.assert(
      fc.property(cases, ({ structure, profile, answers }) => {
        const without = answersOnPath(structure, profile, answers);

        expect(itemsOnPath(structure, 'long', profile, without)).toEqual(
          itemsOnPath(structure, 'long', profile, answers),
        );
        expect(scoreResponse(structure, 'long', profile, without)).toEqual(
          scoreResponse(structure, 'long', profile, answers),
        );
      }),
      { numRuns: 100 },
    );
  });
});
