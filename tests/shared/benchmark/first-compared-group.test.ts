import { describe, expect, test } from 'vitest';
import { firstComparedGroup } from '#shared/domain/benchmark/first-compared-group.ts';

const group = (name: string, ...lowQuartiles: readonly (number | null)[]) => ({
  name,
  peers: lowQuartiles.map((lowQuartile) => ({ lowQuartile })),
});

describe('the group that a firm is compared with first', () => {
  test('is the finest whose middle half is published of any area, however much more a coarser one has', () => {
    const groups = [group('county and branch', null, null), group('county', null, 1.2), group('all', 1, 1)];
    expect(firstComparedGroup(groups)?.name).toBe('county');
  });

  test('is, where no middle half is published, the finest that anything is shown of', () => {
    const groups = [group('county and branch'), group('county', null), group('all', null)];
    expect(firstComparedGroup(groups)?.name).toBe('county');
  });

  test('is the finest where nothing is shown, so that the page can say so', () => {
    expect(firstComparedGroup([group('county'), group('all')])?.name).toBe('county');
  });

  test('is none without groups', () => {
    expect(firstComparedGroup([])).toBeUndefined();
  });
});
