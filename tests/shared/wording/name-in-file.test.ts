import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameInFile } from '#shared/domain/wording/name-in-file.ts';

test.each([
  ['Ekens Mekaniska', 'ekens-mekaniska'],
  ['Åkes Smide & Svets AB', 'akes-smide-svets-ab'],
  ['Sørensen Præcision', 'sorensen-praecision'],
  ['../../etc/passwd', 'etc-passwd'],
  ['.gömd', 'gomd'],
  ['A"; filename="b.exe', 'a-filename-b-exe'],
  ['Två\r\nrader', 'tva-rader'],
  ['Кузница', 'm7eg-wbcx'],
  ['', 'm7eg-wbcx'],
  [null, 'm7eg-wbcx'],
])('%j stands as %s in the name of a file', (name, expected) => {
  expect(nameInFile(name, 'M7EG-WBCX')).toBe(expected);
});

test('whatever is written as a name is safe in the name of a file, and never nothing', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  fc.assert(
    fc.property(written, (name) => {
      const word = nameInFile(name, 'M7EG-WBCX');
      expect(word).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(word.length).toBeLessThanOrEqual(40);
    }),
    { numRuns: 500 },
  );
});
