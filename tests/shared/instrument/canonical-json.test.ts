import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, isSameJson } from '#shared/domain/canonical-json.ts';

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const);
  return Object.fromEntries(entries.toReversed());
}

test('sorts keys at every depth and leaves the order of lists alone', () => {
  const value = { b: [{ d: 1, c: [3, 2] }], a: { z: null, y: 'å' } };

  expect(canonicalJson(value)).toBe('{"a":{"y":"å","z":null},"b":[{"c":[3,2],"d":1}]}');
});

test('tells a missing key from null, and a number from its text', () => {
  const texts = [{}, { a: null }, { a: 1 }, { a: '1' }, { a: [1] }].map(canonicalJson);

  expect(new Set(texts).size).toBe(texts.length);
});

test('does not depend on the order of keys, and says the value itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);

      expect(canonicalJson(reversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
    }),
  );
});

test('two values are the same whatever the order of their keys, and a key that is undefined counts as left out', () => {
  expect(isSameJson({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(isSameJson(undefined, undefined)).toBe(true);
  expect(isSameJson(undefined, null)).toBe(false);
  expect(isSameJson([1, 2], [2, 1])).toBe(false);
});
