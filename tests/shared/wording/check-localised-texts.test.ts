import { describe, expect, test } from 'vitest';
import { forbiddenKinds } from '#shared/domain/instrument/wording/wording-rules.ts';
import { checkLocalisedTexts } from '#shared/domain/wording/check-localised-texts.ts';

const strict = { sameInBoth: new Set(['Paper Province']), forbidden: new Set(forbiddenKinds) };
const found = (value: unknown, rules = strict) =>
  checkLocalisedTexts(value, rules).map(({ code, path }) => `${code} ${path}`);

describe('places', () => {
  test('finds every text at any depth, and names list elements by their code', () => {
    const blank = { sv: '', en: 'A' };
    const value = {
      packages: [
        { code: 'first', name: blank },
        { code: 'second', steps: [{ why: blank }] },
      ],
      rules: [{ id: 'X-1', why: blank }],
      texts: { 'reason.need': blank },
      counted: 3,
      nothing: null,
    };

    expect(found(value)).toEqual([
      'text-missing packages/first/name',
      'text-missing packages/second/steps/0/why',
      'text-missing rules/X-1/why',
      'text-missing texts/reason.need',
    ]);
  });

  test('has nothing to say of a value without texts', () => {
    expect(found(undefined)).toEqual([]);
    expect(found(['Många'])).toEqual([]);
  });
});

describe('languages', () => {
  test.each([
    [{ sv: 'Plan' }, 'there is no text in en'],
    [{ en: 'Plan' }, 'there is no text in sv'],
    [{ sv: ' \n', en: 'Plan' }, 'there is no text in sv'],
    [{ sv: 'Plan', en: 2 }, 'there is no text in en'],
  ])('finds that %j lacks a language', (text, detail) => {
    expect(checkLocalisedTexts({ name: text }, strict)).toEqual([{ code: 'text-missing', path: 'name', detail }]);
  });

  test('finds a language that the product does not have', () => {
    expect(found({ name: { sv: 'Plan', en: 'Plan', fi: 'Suunnitelma' } })).toEqual(['unknown-language name']);
  });
});

describe('copies', () => {
  test('finds English that is the Swedish', () => {
    expect(found({ name: { sv: 'Har ni en plan', en: 'Har ni en plan' } })).toEqual(['text-copied name']);
    expect(found({ name: { sv: 'Har ni en plan', en: 'Har ni en plan ' } })).toEqual(['text-copied name']);
  });

  test.each(['Paper Province', 'Innovation', 'ISO 9001'])('lets %s be the same in both', (name) => {
    expect(found({ name: { sv: name, en: name } })).toEqual([]);
  });

  test('lets a proper name pass as a whole only', () => {
    const text = 'Paper Province i Karlstad';

    expect(found({ name: { sv: text, en: text } })).toEqual(['text-copied name']);
  });
});

describe('words', () => {
  test.each([
    ['Ni öppnar Excel', 'You open a sheet'],
    ['Ni följer NIS2', 'You follow the law'],
    ['Sök före 2027', 'Apply in time'],
    ['Sök nu!', 'Apply now'],
    ['Ni söker', 'You obviously apply'],
    ['Ni söker', 'You often apply'],
  ])('finds what does not belong in "%s" or "%s"', (sv, en) => {
    expect(found({ name: { sv, en } })).toEqual(['forbidden-word name']);
  });

  test('finds only the kinds it is asked for', () => {
    const value = { name: { sv: 'Många räknade 2019 i Excel', en: 'They counted' } };

    expect(found(value)).toHaveLength(3);
    expect(checkLocalisedTexts(value, { ...strict, forbidden: new Set(['product'] as const) })).toEqual([
      expect.objectContaining({ detail: expect.stringContaining('"Excel" in sv') }),
    ]);
  });

  test('judges each language by its own words', () => {
    expect(found({ name: { sv: 'Is it often so', en: 'Är det ofta så' } })).toEqual([]);
  });
});
