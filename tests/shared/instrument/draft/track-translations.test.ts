import { describe, expect, test } from 'vitest';
import { listRemoved, trackTranslations } from '#shared/domain/instrument/draft/track-translations.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

const key = 'D1.1.question';
const texts = (pairs: Readonly<Record<string, readonly [sv: string, en: string]>>) =>
  new Map<string, LocalisedText>(Object.entries(pairs).map(([name, [sv, en]]) => [name, { sv, en }]));
const one = (sv: string, en: string) => texts({ [key]: [sv, en] });

/** What is stale after a text has stood as each of these pairs in turn. */
function staleAfter(...states: readonly (readonly [string, string])[]): Record<string, string> {
  return states.slice(1).reduce<Record<string, string>>((known, [sv, en], index) => {
    const [oldSv, oldEn] = states[index] ?? ['', ''];
    return trackTranslations(one(oldSv, oldEn), one(sv, en), known);
  }, {});
}

describe('a translation', () => {
  test('is stale when the Swedish alone changed, from what it translates', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'one'])).toEqual({ [key]: 'ett' });
  });

  test('goes on translating the first Swedish while the Swedish changes again', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'one'], ['tre', 'one'])).toEqual({ [key]: 'ett' });
  });

  test('is current again when the Swedish becomes what was translated', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'one'], ['tre', 'one'], ['ett', 'one'])).toEqual({});
  });

  test('is current again when the English changes', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'one'], ['två', 'two'])).toEqual({});
  });

  test('is current when both change at once, or only the English', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'two'])).toEqual({});
    expect(staleAfter(['ett', 'one'], ['ett', 'just one'])).toEqual({});
  });

  test('is stale once more from the Swedish it was renewed for', () => {
    expect(staleAfter(['ett', 'one'], ['två', 'two'], ['tre', 'two'])).toEqual({ [key]: 'två' });
  });

  test('of a new text is current, and of a text that has gone is forgotten', () => {
    expect(trackTranslations(new Map(), one('ett', 'one'), {})).toEqual({});
    expect(trackTranslations(one('två', 'one'), new Map(), { [key]: 'ett' })).toEqual({});
  });

  test('stays stale when its text moves up a list', () => {
    const before = texts({ 'D1.1.size-note.0': ['a', 'a'], 'D1.1.size-note.1': ['ny', 'old'] });
    const moved = texts({ 'D1.1.size-note.0': ['ny', 'old'] });

    expect(trackTranslations(before, moved, { 'D1.1.size-note.1': 'gammal' })).toEqual({
      'D1.1.size-note.0': 'gammal',
    });
  });

  test('of one text does not touch those of others', () => {
    const before = texts({ a: ['ett', 'one'], b: ['två', 'two'], c: ['tre', 'three'] });
    const changed = texts({ a: ['uno', 'one'], b: ['två', 'two'], c: ['tre', 'three'] });

    expect(trackTranslations(before, changed, { c: 'drei' })).toEqual({ a: 'ett', c: 'drei' });
  });
});

test('texts that have gone are those that stand no longer, each with the Swedish its English translates', () => {
  const before = texts({ a: ['ett', 'one'], b: ['två', 'two'], c: ['tre', 'three'] });

  expect(listRemoved(before, texts({ a: ['uno', 'one'], d: ['fyra', 'four'] }), { b: 'zwei' })).toEqual({
    b: { sv: 'zwei', en: 'two' },
    c: { sv: 'tre', en: 'three' },
  });
  expect(listRemoved(before, before, { b: 'zwei' })).toEqual({});
});
