import { expect, test } from 'vitest';
import { byGroup, createLevelStore } from '#server/features/releases/published-levels.ts';
import { documentOf } from '../client/releases/release-fixture.ts';

const { spec, cells } = documentOf();
const levels = byGroup(spec, cells);
const size = [...levels.cells.values()].flat().length;

/** A store, and what it had read, in order. */
function stored(most: number) {
  const store = createLevelStore(most);
  const read: string[] = [];
  const ask = (sha256: string) =>
    store.keep(sha256, async () => {
      read.push(sha256);
      return levels;
    });
  return { store, read, ask };
}

test('only what a release shows of levels is kept, by group', () => {
  const kept = [...levels.cells.values()].flat();
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter(({ mean, measure }) => mean === null || measure === 'firms')).toEqual([]);
  expect(levels.cells.get('all')?.map(({ group }) => group)).toContain('all');
});

test('what is asked for by many at once, and again, is read once', async () => {
  const { ask, read } = stored(10 * size);
  await Promise.all([ask('a'), ask('a'), ask('b')]);
  await ask('a');
  expect(read).toEqual(['a', 'b']);
});

test('what has not been asked for the longest makes room', async () => {
  const { ask, read } = stored(2 * size);
  for (const sha256 of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(sha256);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
});

test('what there is no room for is answered all the same', async () => {
  const { ask, read } = stored(size - 1);
  expect(await ask('a')).toBe(levels);
  await ask('a');
  expect(read).toEqual(['a', 'a']);
});

test('what could not be read is read again', async () => {
  const { store, ask, read } = stored(size);
  await expect(store.keep('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  await ask('a');
  expect(read).toEqual(['a']);
});
