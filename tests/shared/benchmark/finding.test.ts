import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFactor, normalPoint, pairsAmong } from '#shared/domain/benchmark/chance.ts';
import { chanceBetween, findEnds, isApart, type Named } from '#shared/domain/benchmark/finding.ts';
import { leastTold } from '#shared/domain/benchmark/scale.ts';

const named = (name: string, mean: number, firms: number): Named => ({ name, mean, firms });

describe('what chance can make of a difference', () => {
  test.each([
    // Of the normal distribution: 2.5 per cent lie above 1.960, 0.5 per cent above 2.576, one in ten thousand above 3.719.
    [0.025, 1.96],
    [0.005, 2.576],
    [0.0001, 3.719],
  ])('of probability %d lies above %d standard errors', (exceeded, point) => {
    expect(Math.abs(normalPoint(exceeded) - point)).toBeLessThan(0.001);
  });

  test.each([
    // Two groups, one comparison: 5 per cent on both sides together.
    [2, 1, 1.96],
    // Three counties, three comparisons: 2.5 / 3 = 0.833 per cent on either side.
    [3, 3, 2.394],
    // Ten areas, 45 comparisons: 0.0556 per cent on either side.
    [10, 45, 3.261],
  ])('grows with how many are compared: %d of them', (count, comparisons, factor) => {
    expect(pairsAmong(count)).toBe(comparisons);
    expect(Math.abs(chanceFactor(comparisons) - factor)).toBeLessThan(0.002);
  });

  test('is a level for two groups of ten, and a third of one for two of a hundred', () => {
    // 1.960 · 4/√12 · √(1/10 + 1/10) = 1.960 · 1.1547 · 0.4472 = 1.012
    const two = { scale: 'level', comparisons: 1 } as const;
    expect(chanceBetween(named('A', 0, 10), named('B', 0, 10), two)).toBeCloseTo(1.012, 2);
    // 1.960 · 1.1547 · √(2/100) = 0.320
    expect(chanceBetween(named('A', 0, 100), named('B', 0, 100), two)).toBeCloseTo(0.32, 2);
    // Shares: 1.960 · 50 · √(2/100) = 13.9 percentage points.
    const shares = { scale: 'share', comparisons: 1 } as const;
    expect(chanceBetween(named('A', 0, 100), named('B', 0, 100), shares)).toBeCloseTo(13.9, 1);
  });
});

describe('the ends of what is shown', () => {
  test('are named when they are further apart than chance could make them', () => {
    // 2.394 · 1.1547 · √(1/120 + 1/80) = 0.399; they differ by 1.2.
    const areas = [named('D1', 1.4, 120), named('D2', 2.6, 80), named('D3', 2, 80)];
    expect(findEnds(areas, 'level')).toEqual({ kind: 'apart', highest: [areas[1]], lowest: [areas[0]] });
  });

  test('are not named of small groups, whatever they look like', () => {
    // 1.960 · 1.1547 · √(1/35 + 1/45) = 0.510; they differ by 0.5.
    expect(findEnds([named('A', 1.2, 35), named('B', 1.7, 45)], 'level')).toEqual({ kind: 'alike' });
    // With 36 firms: 1.960 · 1.1547 · √(1/36 + 1/45) = 0.506. With 40: 0.492, which is less than 0.5.
    expect(findEnds([named('A', 1.2, 40), named('B', 1.7, 45)], 'level')).toMatchObject({ kind: 'apart' });
  });

  test('are not named below the limit, however many firms there are', () => {
    expect(findEnds([named('A', 1.2, 9000), named('B', 1.4, 9000)], 'level')).toEqual({ kind: 'alike' });
    expect(findEnds([named('A', 1.2, 9000), named('B', 1.5, 9000)], 'level')).toMatchObject({ kind: 'apart' });
    expect(findEnds([named('A', 20, 9000), named('B', 25, 9000)], 'share')).toEqual({ kind: 'alike' });
    expect(findEnds([named('A', 20, 9000), named('B', 30, 9000)], 'share')).toMatchObject({ kind: 'apart' });
  });

  test('are not said to be alike where others are apart, nor named where they are too uncertain', () => {
    // Of ten firms each the ends are uncertain; between them two of a thousand differ by 0.6 and are apart.
    const groups = [named('A', 1.2, 10), named('B', 1.4, 1000), named('C', 2, 1000), named('D', 2.2, 10)];
    expect(findEnds(groups, 'level')).toBeNull();
  });

  test('are not named where more than two share one', () => {
    const groups = ['A', 'B', 'C'].map((name) => named(name, 3, 500));
    expect(findEnds([...groups, named('D', 1, 500)], 'level')).toBeNull();
    expect(findEnds([...groups.slice(1), named('D', 1, 500)], 'level')).toMatchObject({ highest: groups.slice(1) });
  });

  test('are as uncertain as what they were picked among', () => {
    const two = [named('A', 1.2, 40), named('B', 1.7, 45)];
    expect(findEnds(two, 'level')).toMatchObject({ kind: 'apart' });
    expect(findEnds(two, 'level', { scale: 'level', comparisons: 10 })).toEqual({ kind: 'alike' });
  });

  test('are nothing of one alone, and how many have answered is no finding', () => {
    expect(findEnds([named('A', 1, 10)], 'level')).toBeNull();
    expect(findEnds([named('A', 10, 10), named('B', 900, 900)], 'count')).toEqual({ kind: 'alike' });
  });
});

const scale = fc.constantFrom('level' as const, 'importance' as const);
const figure = fc.record({
  mean: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
  firms: fc.integer({ min: 2, max: 400 }).map((fives) => fives * 5),
});
const figures = fc
  .array(figure, { minLength: 2, maxLength: 12 })
  .map((all) => all.map((each, at) => ({ ...each, name: `G${at}` })));

describe('of any figures', () => {
  test('what is named is apart by the limit and by more than chance, as it is seen from either side', () => {
    fc.assert(
      fc.property(figures, scale, (all, of) => {
        const found = findEnds(all, of);
        if (found?.kind !== 'apart') return;
        const comparing = { scale: of, comparisons: pairsAmong(all.length) };
        for (const high of found.highest)
          for (const low of found.lowest) {
            expect(high.mean - low.mean).toBeGreaterThanOrEqual(leastTold[of] - 0.001);
            expect(high.mean - low.mean).toBeGreaterThan(chanceBetween(high, low, comparing) - 0.001);
            expect(isApart(high, low, comparing)).toBe(isApart(low, high, comparing));
          }
      }),
    );
  });

  test('more firms in every group never take a finding away, and more to compare with never makes two apart', () => {
    fc.assert(
      fc.property(figures, scale, fc.integer({ min: 1, max: 500 }), (all, of, comparisons) => {
        const twice = all.map((each) => ({ ...each, firms: 2 * each.firms }));
        if (findEnds(all, of)?.kind === 'apart') expect(findEnds(twice, of)?.kind).toBe('apart');
        const [one, other] = all;
        if (one === undefined || other === undefined) return;
        if (isApart(one, other, { scale: of, comparisons: comparisons + 1 }))
          expect(isApart(one, other, { scale: of, comparisons })).toBe(true);
      }),
    );
  });

  test('groups that do not differ are named once in twenty times at most', () => {
    // Twelve groups of twenty firms that lie evenly over the scale, drawn anew each time: by a seed, and the same each time.
    let state = 20261126;
    const drawn = () => {
      state = (state * 1664525 + 1013904223) % 2 ** 32;
      return state / 2 ** 32;
    };
    const meanOfTwenty = () => Array.from({ length: 20 }, () => 4 * drawn()).reduce((sum, each) => sum + each) / 20;
    const rounds = 2000;
    const wrong = Array.from({ length: rounds }, () =>
      findEnds(
        Array.from({ length: 12 }, (_, at) => named(`G${at}`, Math.round(10 * meanOfTwenty()) / 10, 20)),
        'level',
      ),
    ).filter((found) => found?.kind !== 'alike').length;
    expect(wrong / rounds).toBeLessThanOrEqual(0.05);
  });
});
