import { describe, expect, test } from 'vitest';
import { completeness } from '#shared/domain/answers/completeness.ts';
import { placeOf } from '#shared/domain/answers/neighbours.ts';
import { stepsOnPath } from '#shared/domain/instrument/path.ts';
import { answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const structure = structureOf([
  ladder('D1.1'),
  ladder('D1.2'),
  ladder('D1.wish', { purpose: 'wish' }),
  ladder('PM1.1'),
  ladder('PM1.2', { appliesWhen: { item: 'PM1.1', atLeast: 1 } }),
]);
const count = (given: Parameters<typeof answersOf>[0]) => completeness(structure, 'quick', workshop, answersOf(given));

describe('how far a response has come', () => {
  test('counts the scored items on the path', () => {
    expect(count({ 'D1.1': 3, 'D1.2': '?', 'D1.wish': 1 })).toMatchObject({
      total: 3,
      answered: 1,
      dontKnow: 1,
      notApplicable: 0,
      unanswered: 1,
      unansweredItems: ['PM1.1'],
      dontKnowItems: ['D1.2'],
      nextStep: 'PM1.1',
    });
  });

  test('grows with the path', () => {
    expect(count({ 'PM1.1': 1 }).total).toBe(4);
  });

  test('has no next step when everything is answered', () => {
    expect(count({ 'D1.1': 0, 'D1.2': '-', 'PM1.1': 0 })).toMatchObject({ unanswered: 0, nextStep: null });
  });

  test('is told by section', () => {
    expect(count({ 'D1.1': 2 }).sections).toMatchObject([
      { code: 'D1', total: 2, answered: 1, firstUnanswered: 'D1.2' },
      { code: 'PM1', total: 1, answered: 0, firstUnanswered: 'PM1.1' },
    ]);
  });
});

describe('the place of a step', () => {
  const sections = stepsOnPath(structure, 'quick', workshop, {});

  test('knows its neighbours and its number among the scored items', () => {
    expect(placeOf(sections, 'PM1.1')).toMatchObject({ position: 3, previous: { code: 'D1.wish' }, next: null });
    expect(placeOf(sections, 'D1.1')).toMatchObject({ position: 1, previous: null, next: { code: 'D1.2' } });
  });

  test('has no number when nothing on it is scored', () => {
    expect(placeOf(sections, 'D1.wish')).toMatchObject({ position: null });
  });

  test('is nowhere when it is not on the path', () => {
    expect(placeOf(sections, 'PM1.2')).toBeNull();
  });
});
