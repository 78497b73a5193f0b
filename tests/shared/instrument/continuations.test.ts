import { describe, expect, test } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { carriedItems, listContinuations } from '#shared/domain/instrument/continuations.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import {
  answer,
  answersOf,
  dontKnow,
  ladder,
  level,
  notApplicable,
  structureOf,
} from '../../support/small-instrument.ts';
import { shipped } from './shipped-instrument.ts';
import { smallSources } from './small-sources.ts';

const small = assembleDefinition(smallSources).structure;

describe('what a firm can go on with', () => {
  // "quick" asks D1.1, D1.2, D1.3 and PM1.1 besides 2 + 2 + 2 context items: 10 in 5 minutes. "deep" asks PM1.2 too:
  // 11 in 9 minutes. Together 14 x 11 / 21 = 7.33, at least 9: 9 - 5 = 4 minutes more for one new scored item.
  test('is each form that asks something more, with what it adds', () => {
    expect(listContinuations(small, 'quick')).toEqual([
      { addedForm: 'deep', formCode: 'quick+deep', newItems: 1, minutes: 4 },
    ]);
  });

  test('is nothing when every scored item has been asked, or when there is no such form', () => {
    expect(listContinuations(small, 'deep')).toEqual([]);
    expect(listContinuations(small, 'quick+deep')).toEqual([]);
    expect(listContinuations(small, 'unknown')).toEqual([]);
    expect(listContinuations(small, 'quick+unknown')).toEqual([]);
  });

  test('takes at least a minute', () => {
    const forms = small.forms.map((form) => ({ ...form, minutes: 5 }));

    expect(listContinuations({ ...small, forms }, 'quick')).toMatchObject([{ minutes: 1 }]);
  });

  test('after the shipped quick check is the three deeper forms, and in the end nothing', () => {
    const goesOnWith = (form: string) =>
      listContinuations(shipped.structure, form).map(({ addedForm, newItems }) => [addedForm, newItems]);

    // Of 50, 32 and 24 items the quick check has asked 42.
    expect(goesOnWith('snabbkoll').map(([form]) => form)).toEqual(['digital', 'process', 'fordjupning']);
    expect(listContinuations(shipped.structure, 'snabbkoll').reduce((sum, { newItems }) => sum + newItems, 0)).toBe(
      106 - 42,
    );
    expect(goesOnWith('snabbkoll+digital').map(([form]) => form)).toEqual(['process', 'fordjupning']);
    expect(goesOnWith('snabbkoll+digital+process+fordjupning')).toEqual([]);
  });
});

describe('answers that come along', () => {
  const choices: Item = {
    ...ladder('D1.2'),
    kind: 'single-choice',
    choices: [
      { code: 'never', points: 0 },
      { code: 'weekly', points: 4 },
    ],
  };
  const number: Item = { ...ladder('D1.3'), kind: 'number', minimum: 0, maximum: 100, decimals: 0 };
  const structure: Structure = structureOf([ladder('D1.1'), choices, number]);
  const always = () => true;
  const carried = (answers: Answers, mayCompare: (code: string) => boolean = always) =>
    carriedItems(structure, 'quick', answers, mayCompare);

  test('are those to questions that the form asks, in its order', () => {
    const answers = {
      'D9.9': level(1),
      'D1.3': answer({ state: 'number', number: 40 }),
      'D1.2': answer({ state: 'choice', choice: 'weekly' }),
      'D1.1': level(3),
    };

    expect(carried(answers)).toEqual(['D1.1', 'D1.2', 'D1.3']);
    expect(carriedItems(structure, 'unknown', answers, always)).toEqual([]);
  });

  test('are not those that may not be compared', () => {
    expect(carried(answersOf({ 'D1.1': 3 }), () => false)).toEqual([]);
    expect(carried({ ...answersOf({ 'D1.1': 3 }), 'D1.3': dontKnow }, (code) => code !== 'D1.1')).toEqual(['D1.3']);
  });

  test.each<[string, string, Answers[string]]>([
    ['of another kind', 'D1.2', level(3)],
    ['of a choice that is gone', 'D1.2', answer({ state: 'choice', choice: 'monthly' })],
    ['of several choices where one is asked', 'D1.2', answer({ state: 'choices', choices: ['weekly'] })],
    ['outside the bounds', 'D1.3', answer({ state: 'number', number: 101 })],
    ['with more decimals', 'D1.3', answer({ state: 'number', number: 1.5 })],
  ])('are not those %s', (_name, code, given) => {
    expect(carried({ [code]: given })).toEqual([]);
  });

  test('are *vet ej* and *ej relevant* where they are still offered', () => {
    const strict = structureOf([ladder('D1.1', { allowsDontKnow: false, allowsNotApplicable: false }), ladder('D1.2')]);
    const one = { 'D1.1': dontKnow, 'D1.2': dontKnow };
    const other = { 'D1.1': notApplicable, 'D1.2': notApplicable };

    expect(carriedItems(strict, 'quick', one, always)).toEqual(['D1.2']);
    expect(carriedItems(strict, 'quick', other, always)).toEqual(['D1.2']);
  });
});
