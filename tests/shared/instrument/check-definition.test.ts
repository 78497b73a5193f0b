import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#shared/domain/instrument/check-definition.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { both, choiceSource, definitionAfter, itemSource, ladderSource, smallSources } from './small-sources.ts';

const { instrument } = smallSources;
const base = { forms: ['quick', 'deep'], question: both('question') };
const number = (code: string, minimum: number, maximum: number, decimals: number): ItemSource => ({
  ...{ ...base, code, kind: 'number', minimum, maximum, decimals, unit: both('unit') },
});
const put = (section: string, item: ItemSource): DraftEdit => ({ kind: 'new-item', section, item });
const found = (...edits: readonly DraftEdit[]) =>
  checkDefinition(definitionAfter(...edits)).map(({ code, path }) => `${code} ${path}`);

test('the small instrument has no fault', () => {
  expect(checkDefinition(assembleDefinition(smallSources))).toEqual([]);
});

describe('repeated-code', () => {
  test('is found of an item, also in another section', () => {
    expect(found(put('PM1', ladderSource('D1.1')))).toContain('repeated-code D1.1');
  });

  test('is found of a choice', () => {
    const item = choiceSource('D1.3', { never: 0, weekly: 4 }) as Extract<ItemSource, { choices: unknown }>;
    const twice = { ...item, choices: [...item.choices, ...item.choices] };

    expect(found({ kind: 'item', section: 'D1', item: twice })).toEqual([
      'repeated-code D1.3/never',
      'repeated-code D1.3/weekly',
    ]);
  });

  test('is found once of a choice of the closing questions', () => {
    const { perDimension } = instrument;
    const wish = {
      ...perDimension.wish,
      choices: perDimension.wish.choices.map((choice) => ({ ...choice, code: 'yes' })),
    };

    expect(found({ kind: 'perDimension', value: { ...perDimension, wish } })).toEqual(['repeated-code ALL.wish/yes']);
  });

  test('is found of a form and of a band', () => {
    const { forms, scoring } = instrument;
    const bands = [...scoring.bands, { code: 'low', from: 3 }];

    expect(found({ kind: 'forms', value: [...forms, ...forms.slice(0, 1)] })).toEqual(['repeated-code forms/quick']);
    expect(found({ kind: 'scoring', value: { ...scoring, bands } })).toEqual(['repeated-code scoring/bands/low']);
  });
});

describe('code-outside-section', () => {
  test.each([
    ['a dimension', 'PM1', 'X1.1'],
    ['a block', 'IB', 'D1.9'],
  ])('is found of an item in %s whose code says otherwise', (_name, section, code) => {
    const issues = checkDefinition(definitionAfter(put(section, ladderSource(code))));

    expect(issues).toMatchObject([{ code: 'code-outside-section', path: code, about: { section } }]);
  });
});

describe('no-points', () => {
  const yesNo: ItemSource = { ...base, code: 'D1.9', kind: 'yes-no' };
  const several = { ...choiceSource('D1.9', { a: undefined, b: undefined }), kind: 'multiple-choice' } as ItemSource;

  test.each<[string, ItemSource]>([
    ['a number', number('D1.9', 0, 10, 0)],
    ['a text', { ...base, code: 'D1.9', kind: 'text', maximumLength: 100 }],
    ['yes or no without points', yesNo],
    ['a choice with points for some answers only', choiceSource('D1.9', { a: 0, b: undefined })],
    ['several choices without any points', several],
  ])('is found of %s in a dimension, unless it weighs nothing', (_name, item) => {
    expect(found(put('D1', item))).toEqual(['no-points D1.9']);
    expect(found(put('D1', { ...item, weight: 0 }))).toEqual([]);
  });

  test.each<[string, DraftEdit]>([
    ['yes or no with points', put('D1', { ...yesNo, points: { yes: 4, no: 0 } })],
    ['a choice with points for every answer', put('D1', choiceSource('D1.9', { a: 0, b: 4 }))],
    [
      'several choices of which some give points',
      put('D1', { ...choiceSource('D1.9', { a: undefined, b: 4 }), kind: 'multiple-choice' } as ItemSource),
    ],
    ['a question of context', put('IB', { ...base, code: 'IB.9', kind: 'text', maximumLength: 100 })],
  ])('is not found of %s', (_name, edit) => {
    expect(found(edit)).toEqual([]);
  });
});

describe('no-number-fits', () => {
  test.each([
    [0, 100, 0, true],
    [5, 5, 0, true],
    [0.25, 1, 2, true],
    [-10, -1, 0, true],
    [10, 0, 0, false],
    [0.25, 0.75, 0, false],
    [0.25, 1, 1, false],
  ])('of %d to %d with %d decimals: some number can be answered is %s', (minimum, maximum, decimals, isFine) => {
    expect(found(put('IB', number('IB.9', minimum, maximum, decimals)))).toEqual(isFine ? [] : ['no-number-fits IB.9']);
  });
});

test('a text that only a removed item had is not asked for', () => {
  expect(itemSource(smallSources, 'D1.2').help).toBeDefined();
  expect(found({ kind: 'remove-item', section: 'D1', code: 'D1.2' })).toEqual([]);
});

describe('missing-text', () => {
  const whole = assembleDefinition(smallSources);
  const without = (...keys: readonly string[]): Definition => {
    const kept = (texts: Definition['texts']['sv']) =>
      Object.fromEntries(Object.entries(texts).filter(([key]) => !keys.includes(key)));
    return { ...whole, texts: { sv: kept(whole.texts.sv), en: kept(whole.texts.en) } };
  };
  const missing = (definition: Definition) =>
    checkDefinition(definition).map(({ code, path, about }) => `${code} ${path} ${about?.['language']}`);

  test.each([
    ...['D1.name', 'D1.about', 'IB.name', 'IB.about', 'form.quick.name', 'form.quick.about'],
    ...['scale.level.0', 'scale.band.low', 'scale.part.process', 'D1.band.low.meaning', 'D1.band.high.next'],
    ...['D1.1.question', 'D1.1.level.4', 'IB.sales.choice.none', 'ALL.wish.question', 'ALL.importance.choice.much'],
    ...['D1.feedback.low.why', 'D1.feedback.low.usual.small', 'PM1.feedback.high.green'],
  ])('is found of %s, also once it is a draft whose text would be its key', (key) => {
    const definition = without(key);
    const expected = [`missing-text ${key} sv`, `missing-text ${key} en`];

    expect(missing(definition)).toEqual(expected);
    expect(missing(assembleDefinition(sourcesOf(definition)))).toEqual(expect.arrayContaining(expected));
  });

  test('is found of the language alone that lacks it, also where a text may be left out', () => {
    const { [`D1.2.help`]: _help, ...en } = whole.texts.en;
    const definition = { ...whole, texts: { ...whole.texts, en } };

    expect(missing(definition)).toEqual(['missing-text D1.2.help en']);
    expect(missing(assembleDefinition(sourcesOf(definition)))).toEqual(['missing-text D1.2.help en']);
  });

  test('is not found of what may be left out in both', () => {
    expect(missing(without('D1.2.help'))).toEqual([]);
  });
});
