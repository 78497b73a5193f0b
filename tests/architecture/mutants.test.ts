import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mutants } from '../mutants/mutants.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every mistake of the list can still be made, in one place, and has tests to notice it', () => {
  const stale = mutants.filter(({ file, find, tests }) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return text.split(find).length !== 2 || !tests.every((name) => existsSync(path.join(root, name)));
  });
  expect(stale.map(({ name }) => name)).toEqual([]);
});
