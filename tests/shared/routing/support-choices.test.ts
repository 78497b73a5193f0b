import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { checkSupportChoices, moveInOrder, noChoices, orderByChoice } from '#shared/domain/routing/support-choices.ts';

const result = { suggested: ['a', 'b', 'c'], dimensions: ['D1', 'D2'] };
const declined = (packageCode: string) => ({ packageCode, reason: 'no-time' as const, note: '' });
const ask = (dimension: string) => ({ dimension, words: 'En kurs.' });
const shown = ['a', 'b', 'c'].map((packageCode) => ({ packageCode }));

test.each<[string, Partial<SupportChoices>, string, string]>([
  ['an order with a package that was not suggested', { order: ['a', 'x'] }, 'order', 'not-suggested'],
  ['an order with a package twice', { order: ['a', 'a'] }, 'order', 'given-twice'],
  ['a no to what was not suggested', { declined: [declined('x')] }, 'declined', 'not-suggested'],
  ['two noes to one', { declined: [declined('a'), declined('a')] }, 'declined', 'given-twice'],
  ['an ask in an area that the result lacks', { asks: [ask('D9')] }, 'asks', 'unknown-dimension'],
  ['two asks in one area', { asks: [ask('D1'), ask('D1')] }, 'asks', 'given-twice'],
])('%s does not fit', (_, choices, path, code) => {
  expect(checkSupportChoices({ ...noChoices, ...choices }, result)).toEqual([{ path, code }]);
});

test('what is about the result fits', () => {
  const choices = { order: ['b', 'a'], declined: [declined('c')], asks: [ask('D1'), ask('D2')] };
  expect(checkSupportChoices(choices, result)).toEqual([]);
  expect(checkSupportChoices(noChoices, result)).toEqual([]);
});

test('suggestions stand as the firm would take them, the others after, and the declined not at all', () => {
  const codes = (choices: Parameters<typeof orderByChoice>[1]) =>
    orderByChoice(shown, choices).map(({ packageCode }) => packageCode);
  expect(codes(noChoices)).toEqual(['a', 'b', 'c']);
  expect(codes({ order: ['c'], declined: [] })).toEqual(['c', 'a', 'b']);
  expect(codes({ order: ['c', 'b', 'a'], declined: [declined('b')] })).toEqual(['c', 'a']);
});

test('moving changes the place of one and its neighbour, loses nothing, and stops at the ends', () => {
  expect(moveInOrder(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moveInOrder(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), fc.constantFrom('a', 'b', 'c'), (order, code) => {
      expect(moveInOrder(order, code, 1).toSorted()).toEqual(order.toSorted());
      const isInside = order.includes(code) && order.at(-1) !== code;
      expect(moveInOrder(moveInOrder(order, code, 1), code, -1)).toEqual(
        isInside ? order : moveInOrder(order, code, -1),
      );
    }),
  );
});
