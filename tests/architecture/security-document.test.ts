import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutants } from '../mutants/mutants.ts';

const root = path.resolve(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** Names such as `api/headers`, which stand for a test file. */
const named = [...document.matchAll(/`((?:api|architecture|browser|client|faults|migrations|shared)\/[\w/-]+)`/g)].map(
  ([, name]) => name ?? '',
);

/** Number and state of every row of the chapters, a range of requirements as each of them. */
const requirements = [
  ...document.matchAll(/^\| (\d+\.\d+)\.(\d+)(?:–\1\.(\d+))? \|.*\| (met|n\/a|open) \| (.+) \|$/gm),
];
const numbers = requirements.flatMap(([, section, first, last = first]) =>
  Array.from({ length: Number(last) - Number(first) + 1 }, (_none, index) => `${section}.${Number(first) + index}`),
);

describe('docs/security.md', () => {
  test('names test files that exist', () => {
    const missing = named.filter(
      (name) =>
        name !== 'api/x' && !['ts', 'tsx'].some((end) => existsSync(path.join(root, `tests/${name}.test.${end}`))),
    );
    expect(named.length).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });

  test('has every chapter, and every requirement of its two levels once', () => {
    const chapters = [...document.matchAll(/^### V(\d+) /gm)].map(([, number]) => Number(number));

    expect(chapters).toEqual(Array.from({ length: 16 }, (_none, index) => index + 1));
    expect(new Set(numbers).size).toBe(numbers.length);
    // 246 of levels 1 and 2 in these chapters, and five of level 3.
    expect(numbers).toHaveLength(251);
  });

  test('leaves no row without where it is shown, why not, or what is missing', () => {
    const rows = document.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line));
    expect(rows).toHaveLength(requirements.length);
  });

  test('knows every fault that a mistake of the list is about', () => {
    const known = new Set([...document.matchAll(/^\| ([FT]\d+b?) /gm)].map(([, fault]) => fault));
    expect(mutants.map(({ fault }) => fault).filter((fault) => !known.has(fault))).toEqual([]);
  });

  test('says of which faults mistakes are tried, and of no others', () => {
    const rows = [...document.matchAll(/^\| ([FT]\d+b?) .*\| ([^|]*) ?\|$/gm)];
    const tried = rows.flatMap(([, , last = '']) => last.match(/[FT]\d+b?/g) ?? []);

    expect([...new Set(tried)].sort()).toEqual([...new Set(mutants.map(({ fault }) => fault))].sort());
    for (const [, own = '', last = ''] of rows.filter(([, own]) => mutants.some(({ fault }) => fault === own))) {
      expect(last, own).toContain(own);
    }
  });

  test('leads to places there are', () => {
    const links = [...document.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.filter((link) => !existsSync(path.join(root, 'docs', link)))).toEqual([]);
  });
});
