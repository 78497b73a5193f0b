import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arc, flowBounds } from '#shared/domain/achievement/flow-bounds.ts';

/** Two packages, of which the first has a group in each of two years; the other goes to either year. */
const ways = [
  ['end', 'start'],
  ['start', 'one'],
  ['start', 'two'],
  ['one', 'spring'],
  ['one', 'autumn'],
  ['spring', 'early'],
  ['autumn', 'late'],
  ['two', 'early'],
  ['two', 'late'],
  ['early', 'end'],
  ['late', 'end'],
] as const;

const countsOf = (spring: number, autumn: number, twoEarly: number, twoLate: number): number[] => {
  const [one, two] = [spring + autumn, twoEarly + twoLate];
  const [early, late] = [spring + twoEarly, autumn + twoLate];
  return [one + two, one, two, spring, autumn, spring, autumn, twoEarly, twoLate, early, late];
};

const most = 8;
const upTo = Array.from({ length: most + 1 }, (_, value) => value);
const everyTable = upTo.flatMap((a) => upTo.flatMap((b) => upTo.flatMap((c) => upTo.map((d) => countsOf(a, b, c, d)))));

test('what could be in each place is what whoever tries every table finds', () => {
  const small = fc.nat(5);
  const widths = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: ways.length, maxLength: ways.length });
  fc.assert(
    fc.property(fc.tuple(small, small, small, small), widths, (cells, around) => {
      const truth = countsOf(...cells);
      const arcs = ways.map(([from, to], place): Arc => {
        const count = truth[place] ?? 0;
        const [below, above] = around[place] ?? [0, 0];
        return { from, to, count, lowest: Math.max(0, count - below), highest: count + above };
      });
      const fitting = everyTable.filter((table) =>
        table.every((value, place) => value >= (arcs[place]?.lowest ?? 0) && value <= (arcs[place]?.highest ?? 0)),
      );
      for (const place of ways.keys()) {
        const found = fitting.map((table) => table[place] ?? 0);
        expect(flowBounds(arcs, place)).toEqual({ lowest: Math.min(...found), highest: Math.max(...found) });
      }
    }),
    { numRuns: 60 },
  );
});

test('where nothing bounds it there is no largest', () => {
  const free = { lowest: 0, highest: Number.POSITIVE_INFINITY, count: 3 };
  const arcs: Arc[] = [
    { from: 'end', to: 'start', ...free },
    { from: 'start', to: 'end', ...free },
  ];
  expect(flowBounds(arcs, 1)).toEqual({ lowest: 0, highest: Number.POSITIVE_INFINITY });
});
