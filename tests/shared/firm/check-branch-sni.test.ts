import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { firmWordsSchema } from '#shared/contracts/site.ts';
import { checkBranchSni } from '#shared/domain/firm/check-branch-sni.ts';
import { branches as branchCodes } from '#shared/domain/firm/firm-profile.ts';
import { manufacturingDivisions } from '#shared/domain/firm/sni-manufacturing.ts';

const file = path.resolve(import.meta.dirname, '../../../shared/content/firm-profile.yaml');
const shipped = firmWordsSchema.parse(parse(readFileSync(file, 'utf8'))).branches;

const check = (...codes: string[][]) =>
  checkBranchSni(codes.map((sni, index) => ({ code: `branch-${index}`, sni }))).map(
    ({ code, sni }) => `${code} ${sni}`,
  );
const allBut = (...left: string[]) => manufacturingDivisions.filter((division) => !left.includes(division));

describe('the branches’ shares of SNI 2007', () => {
  test('that ship have no fault, every branch has one, and the wood is split', () => {
    expect(checkBranchSni(shipped)).toEqual([]);
    expect(shipped.map(({ code }) => code)).toEqual([...branchCodes]);
    expect(shipped.every(({ sni }) => sni.length > 0)).toBe(true);
    expect(shipped.find(({ code }) => code === 'wood-building')?.sni).toEqual(['16.22', '16.23']);
  });

  test('cover manufacturing, the divisions 10–33, however they are dealt out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 24, maxLength: 24 }), (owners) => {
        const dealt = [0, 1, 2, 3, 4, 5].map((branch) =>
          manufacturingDivisions.filter((_, index) => owners[index] === branch),
        );
        expect(check(...dealt)).toEqual([]);
      }),
    );
  });

  test('missing-code: a division, or the part of a split one, that no branch has', () => {
    expect(check(allBut('24'))).toEqual(['missing-code 24']);
    expect(check(allBut('16'), ['16.1', '16.23'])).toEqual([
      'missing-code 16.21',
      'missing-code 16.22',
      'missing-code 16.24',
      'missing-code 16.29',
    ]);
  });

  test('repeated-code: under two branches, or twice under one', () => {
    expect(check(allBut(), ['24'])).toEqual(['repeated-code 24']);
    expect(check(allBut(), ['62', '62'])).toEqual(['repeated-code 62']);
  });

  test('overlapping-codes: a part beside the whole', () => {
    expect(check(allBut(), ['16.2'])).toEqual(['overlapping-codes 16.2']);
    expect(check(allBut('16'), ['16.1', '16.2'], ['16.23'])).toEqual(['overlapping-codes 16.23']);
  });

  test('unknown-code: a group of manufacturing that SNI does not have', () => {
    expect(check(allBut('16'), ['16.1', '16.2', '16.3'])).toEqual(['unknown-code 16.3']);
  });

  test('leaves services alone beyond repetition', () => {
    expect(check(allBut(), ['58.2', '62', '71.12', '71.2'])).toEqual([]);
  });
});
