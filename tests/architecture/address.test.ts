import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const catalogues = globSync(['client/src/**/sv.po', 'client/src/locales/sv/*.po'], { cwd: root });

/** The Swedish of every message, with what is broken over several lines joined. */
const wordsOf = (file: string): string[] =>
  readFileSync(path.join(root, file), 'utf8')
    .replaceAll('"\n"', '')
    .split('\n')
    .filter((line) => line.startsWith('msgstr '));

test('the reader is addressed as ni everywhere, never as du', () => {
  expect(catalogues.length).toBeGreaterThan(10);
  const familiar = /(?<!\p{L})(du|dig|din|ditt|dina)(?!\p{L})/iu;
  expect(catalogues.flatMap((file) => wordsOf(file).filter((words) => familiar.test(words)))).toEqual([]);
});
