import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { populationOf } from '#shared/domain/coverage/population.ts';
import { branchOfSni, readNumber, readSize, readSni, sizeOfInterval } from '#shared/domain/coverage/read-labels.ts';
import { readPopulation } from '#shared/domain/coverage/read-population.ts';

const branches = [
  { code: 'steel-and-metals' as const, sni: ['24'] },
  { code: 'forest-and-bioeconomy' as const, sni: ['16.1', '16.21', '16.24', '16.29', '17'] },
  { code: 'wood-building' as const, sni: ['16.22', '16.23'] },
  { code: 'digital-and-industrial-services' as const, sni: ['62', '71.12'] },
];
const read = (rows: readonly (readonly string[])[], year: number | null = null) =>
  readPopulation(rows, { branches, year });
const headings = ['region', 'näringsgren SNI 2007', 'storleksklass', '2023', '2024'];

describe('a table of Statistics Sweden', () => {
  /*
   * Of 2024: Värmland has 12 + 3 steel firms, Dalarna 7 of all of division 16, which is two branches, and one in a class
   * on both sides of 250. Left out: Örebro (9), gravel (5), programming is in (4), technical consultants 71 only partly (6),
   * firms without employees (30).
   */
  const table = [
    ['Företag (FDB) efter region, näringsgren och storleksklass', '', '', '', ''],
    headings,
    ['17 Värmlands län', '24 stål- och metallverk', '1-4 anställda', '11', '12'],
    ['', '', '10–19 anställda', '2', '3'],
    ['', '', '0 anställda', '28', '30'],
    ['20 Dalarnas län', '16 trävaruindustri', '5-9 anställda', '..', '7'],
    ['', '24 stål- och metallverk', '200-499 anställda', '1', '1'],
    ['', '08 annan utvinning', '1-4 anställda', '5', '5'],
    ['', '62 dataprogrammering', '1-4 anställda', '4', '4'],
    ['', '71 tekniska konsulter', '1-4 anställda', '6', '6'],
    ['18 Örebro län', '24 stål- och metallverk', '1-4 anställda', '9', '9'],
    ['Källa: SCB', '', '', '', ''],
  ];

  test('is read by county, branch and size, and what is not in it is said', () => {
    const { years, unit, cells, leftOut, faults } = read(table);

    expect(faults).toEqual([]);
    expect([years, unit]).toEqual([[2024, 2023], 'firms']);
    expect(cells).toEqual([
      { county: '17', branch: 'steel-and-metals', size: '1-4', number: 12 },
      { county: '17', branch: 'steel-and-metals', size: '10-49', number: 3 },
      { county: '20', branch: null, size: '5-9', number: 7 },
      { county: '20', branch: 'digital-and-industrial-services', size: '1-4', number: 4 },
      { county: '20', branch: 'steel-and-metals', size: null, number: 1 },
    ]);
    expect(leftOut).toEqual([
      { why: 'elsewhere', rows: 1, number: 9 },
      { why: 'not-industry', rows: 1, number: 5 },
      { why: 'partly-industry', rows: 1, number: 6 },
      { why: 'nobody-employed', rows: 1, number: 30 },
    ]);
    expect(populationOf(cells, {})).toBe(27);
    expect(populationOf(cells, { county: '20' })).toBe(12);
    expect(populationOf(cells, { branch: 'steel-and-metals' })).toBe(16);
    expect(populationOf(cells, { size: '1-4' })).toBe(16);
  });

  test('has other numbers in another year, where the source keeps some secret', () => {
    const { cells, leftOut } = read(table, 2023);

    expect(populationOf(cells, {})).toBe(11 + 2 + 1 + 4);
    expect(leftOut).toContainEqual({ why: 'secret', rows: 1, number: null });
  });

  test('may have a column for the year, and sums, which are left out', () => {
    const { years, cells, leftOut } = read([
      ['region', 'SNI2007', 'storleksklass', 'år', 'Antal arbetsställen'],
      ['17 Värmlands län', '24100 stål', '1-4', '2022', '3'],
      ['17 Värmlands län', '24100 stål', '1-4', '2024', '1 204'],
      ['17 Värmlands län', '24100 stål', 'totalt', '2024', '1 204'],
    ]);

    expect([years, cells.map(({ number }) => number)]).toEqual([[2024, 2022], [1204]]);
    expect(leftOut).toEqual([{ why: 'sum', rows: 1, number: 1204 }]);
  });

  test.each([
    [
      'no-headings',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no-year',
      [
        ['region', 'SNI', 'storleksklass', 'antal'],
        ['17', '24', '1-4', '3'],
      ],
    ],
    ['no-rows', [headings, ['18', '24', '1-4', '3', '3']]],
    ['unknown-region', [headings, ['Mellansverige', '24', '1-4', '3', '3']]],
    ['unknown-industry', [headings, ['17', 'stål', '1-4', '3', '3']]],
    ['unknown-size', [headings, ['17', '24', 'små', '3', '3']]],
    ['faulty-number', [headings, ['17', '24', '1-4', '3', 'tre']]],
    ['row-twice', [headings, ['17', '24', '1-4', '3', '3'], ['17', '24', '1-4', '3', '3']]],
    ['regions-within', [headings, ['17', '24', '1-4', '3', '3'], ['1715 Kil', '24', '1-4', '1', '1']]],
    ['codes-within', [headings, ['17', '24', '1-4', '3', '3'], ['17', '24.1', '1-4', '1', '1']]],
    ['sizes-overlap', [headings, ['17', '24', '1-9', '3', '3'], ['17', '24', '5-9', '1', '1']]],
  ])('is refused whole for %s', (code, rows) => {
    const { faults, cells } = read(rows);

    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(cells).toEqual([]);
  });
});

test('municipalities add up to their county', () => {
  const { cells } = read([headings, ['1715 Kil', '24', '1-4', '0', '2'], ['1780 Karlstad', '24', '1-4', '0', '5']]);

  expect(cells).toEqual([{ county: '17', branch: 'steel-and-metals', size: '1-4', number: 7 }]);
});

describe('labels', () => {
  test.each([
    ['24 stål', '24'],
    ['24.1', '241'],
    ['16.21', '1621'],
    ['16210 fanér', '16210'],
    ['C tillverkning', null],
  ])('%s is the code %s', (label, code) => expect(readSni(label)).toBe(code));

  test.each([
    ['24', 'steel-and-metals'],
    ['24100', 'steel-and-metals'],
    ['16', 'several'],
    ['162', 'several'],
    ['1622', 'wood-building'],
    ['71', 'part'],
    ['7112', 'digital-and-industrial-services'],
    ['08', 'none'],
  ])('SNI %s is %s', (digits, branch) => expect(branchOfSni(digits, branches)).toBe(branch));

  test.each([
    ['0 anställda', 'none'],
    ['1-4 anställda', '1-4'],
    ['20–49', '10-49'],
    ['100-199 anställda', '50-249'],
    ['200-499 anställda', 'several'],
    ['500+ anställda', '250-plus'],
    ['1 000- anställda', '250-plus'],
    ['1-9', 'several'],
  ])('%s is the size %s', (label, size) => {
    const interval = readSize(label);
    expect(interval === null ? null : sizeOfInterval(interval)).toBe(size);
  });

  test.each([
    ['1 234', 1234],
    ['1 234', 1234],
    ['..', null],
    ['–', 0],
    ['12,5', 'faulty'],
    ['', 'faulty'],
  ])('%j is the number %s', (text, number) => expect(readNumber(text)).toBe(number));
});

test('everything in a table is in the population or named as left out', () => {
  const label = <Value extends string>(...values: Value[]) => fc.constantFrom(...values);
  const row = fc.record({
    region: label('17', '20', '21', '18'),
    sni: label('24', '16', '1622', '62', '71', '08'),
    size: label('0', '1-4', '5-9', '10-49', '50-199', '200-499'),
    number: fc.integer({ min: 0, max: 999 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ region, sni, size }) => `${region} ${sni} ${size}`, minLength: 1 }),
      (rows) => {
        const isNested = rows.some(({ sni }) => sni === '16') && rows.some(({ sni }) => sni === '1622');
        fc.pre(!isNested);
        const { cells, leftOut, faults } = read([
          ['region', 'SNI', 'storleksklass', '2024'],
          ...rows.map(({ region, sni, size, number }) => [region, sni, size, String(number)]),
        ]);
        fc.pre(faults.length === 0);
        const left = leftOut.reduce((sum, { number }) => sum + (number ?? 0), 0);

        expect(populationOf(cells, {}) + left).toBe(rows.reduce((sum, { number }) => sum + number, 0));
      },
    ),
  );
});
