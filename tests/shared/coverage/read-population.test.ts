import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAt, populationOf } from '#shared/domain/coverage/population.ts';
import { branchOfSni, readNumber, readSize, readSni, sizeOfInterval } from '#shared/domain/coverage/read-labels.ts';
import { readPopulation } from '#shared/domain/coverage/read-population.ts';
import { manufacturingDivisions } from '#shared/domain/firm/sni-manufacturing.ts';

const apart = ['16', '17', '24'];
const branches = [
  { code: 'steel-and-metals' as const, sni: ['24'] },
  { code: 'forest-and-bioeconomy' as const, sni: ['16.1', '16.21', '16.24', '16.29', '17'] },
  { code: 'wood-building' as const, sni: ['16.22', '16.23'] },
  { code: 'digital-and-industrial-services' as const, sni: ['62', '71.12'] },
  { code: 'other-industry' as const, sni: manufacturingDivisions.filter((each) => !apart.includes(each)) },
];
const municipalities = [
  { code: '1715', name: 'Kil', county: '17' as const },
  { code: '1780', name: 'Karlstad', county: '17' as const },
];
const read = (rows: readonly (readonly string[])[], year: number | null = null) =>
  readPopulation(rows, { branches, municipalities, year });
const headings = ['region', 'näringsgren SNI 2007', 'storleksklass', '2023', '2024'];

const regions = ['17 Värmlands län', '20 Dalarnas län', '21 Gävleborgs län'];
const sizes = ['1-4', '5-9', '10-49', '50-199', '200-499', '500+'];
type Parts = { regions?: readonly string[]; codes?: readonly string[]; sizes?: readonly string[] };
type Numbers = Readonly<Record<string, readonly [string, string]>>;
/** A row for all that a table has to have, with nobody in it where `numbers` has nothing of it. */
const whole = (numbers: Numbers = {}, parts: Parts = {}): string[][] =>
  (parts.regions ?? regions).flatMap((region) =>
    (parts.codes ?? manufacturingDivisions).flatMap((code) =>
      (parts.sizes ?? sizes).map((size) => [
        ...[region, code, size],
        ...(numbers[`${region.split(' ')[0]} ${code} ${size}`] ?? ['0', '0']),
      ]),
    ),
  );
const some = (cells: ReturnType<typeof read>['cells']) =>
  cells.filter(({ number, secretRows }) => number > 0 || secretRows !== undefined);

describe('a table of Statistics Sweden', () => {
  /*
   * Of 2024: Värmland has 12 + 3 steel firms, Dalarna 7 of all of division 16, which is two branches, and one in a class
   * on both sides of 250. Left out: Örebro (9), gravel (5), technical consultants 71 only partly (6), firms without
   * employees (30); programming (4) is in.
   */
  const services = ['17', '20', '21'].flatMap((county) =>
    sizes.map((size) => [
      county,
      '62 dataprogrammering',
      size,
      ...(county + size === '201-4' ? ['4', '4'] : ['0', '0']),
    ]),
  );
  const table = [
    ['Företag (FDB) efter region, näringsgren och storleksklass', '', '', '', ''],
    headings,
    ...whole({
      '17 24 1-4': ['11', '12'],
      '17 24 10-49': ['2', '3'],
      '20 16 5-9': ['..', '7'],
      '20 24 200-499': ['1', '1'],
    }),
    ...services,
    ['17 Värmlands län', '24 stål- och metallverk', '0 anställda', '28', '30'],
    ['20 Dalarnas län', '08 annan utvinning', '1-4 anställda', '5', '5'],
    ['', '71 tekniska konsulter', '1-4 anställda', '6', '6'],
    ['18 Örebro län', '24 stål- och metallverk', '1-4 anställda', '9', '9'],
    ['Källa: SCB', '', '', '', ''],
  ];
  const ofBoth = ['forest-and-bioeconomy', 'wood-building'];

  test('is read by county, branch and size, and what is not in it is said', () => {
    const { years, unit, cells, leftOut, faults } = read(table);

    expect(faults).toEqual([]);
    expect([years, unit]).toEqual([[2024, 2023], 'firms']);
    expect(some(cells)).toEqual([
      { county: '17', branch: 'steel-and-metals', size: '1-4', number: 12 },
      { county: '17', branch: 'steel-and-metals', size: '10-49', number: 3 },
      { county: '20', branch: null, branches: ofBoth, size: '5-9', number: 7 },
      { county: '20', branch: 'digital-and-industrial-services', size: '1-4', number: 4 },
      { county: '20', branch: 'steel-and-metals', size: null, sizes: ['50-249', '250-plus'], number: 1 },
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
    expect(countAt(cells, { branch: 'wood-building' })).toEqual({ surely: 0, maybe: 7, secretRows: 0 });
    expect(countAt(cells, { size: '50-249' })).toEqual({ surely: 0, maybe: 1, secretRows: 0 });
  });

  test('has other numbers in another year, where the source keeps some secret', () => {
    const { cells, leftOut } = read(table, 2023);

    expect(populationOf(cells, {})).toBe(11 + 2 + 1 + 4);
    expect(leftOut).toContainEqual({ why: 'secret', rows: 1, number: null });
    expect(some(cells)).toContainEqual({
      ...{ county: '20', branch: null, branches: ofBoth, size: '5-9', number: 0, secretRows: 1 },
    });
    expect(countAt(cells, { county: '20' })).toMatchObject({ surely: 5, secretRows: 1 });
    expect(countAt(cells, { county: '17' })).toMatchObject({ surely: 13, secretRows: 0 });
    expect(countAt(cells, { branch: 'wood-building' })).toMatchObject({ surely: 0, secretRows: 1 });
  });

  test('may have a column for the year, and sums, which are left out', () => {
    const { years, cells, leftOut, faults } = read([
      ['region', 'SNI2007', 'storleksklass', 'år', 'Antal arbetsställen'],
      ['17 Värmlands län', '24 stål', 'totalt', '2024', '1 204'],
      ...whole({ '17 24 1-4': ['3', '1 204'] }).flatMap(([region = '', code = '', size = '', old = '', now = '']) => [
        [region, code, size, '2022', old],
        [region, code, size, '2024', now],
      ]),
    ]);

    expect([faults, years, some(cells).map(({ number }) => number)]).toEqual([[], [2024, 2022], [1204]]);
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

  const but = (part: keyof Parts, ...without: string[]) => {
    const all = { regions, codes: manufacturingDivisions, sizes }[part];
    return whole({}, { [part]: all.filter((each) => !without.some((start) => each.startsWith(start))) });
  };
  test.each([
    ['county-missing', ['20', '21'], but('regions', '20', '21')],
    ['industry-missing', ['10', '33'], but('codes', '10', '33')],
    ['industry-missing', ['24.5'], whole({}, { codes: [...codesBut24(), '24.1', '24.2', '24.3', '24.4'] })],
    ['size-missing', ['10–49', '500+'], but('sizes', '10', '500')],
    ['size-missing', ['1–4'], but('sizes', '1-4')],
    ['row-missing', ['17 10 1–4'], whole().slice(1)],
    ['municipality-missing', ['1715 Kil'], whole({}, { regions: ['1780 Karlstad', '20', '21'] })],
  ])('is refused whole for %s of %j', (code, texts, rows) => {
    const { faults, cells } = read([headings, ...rows]);

    expect(faults).toEqual(texts.map((text) => ({ code, row: null, text })));
    expect(cells).toEqual([]);
  });

  test('that is a list of firms, and no table, is refused with the first hundred rows that it lacks', () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [
      `${1700 + (at % 100)}`,
      `24${String(at % 1000).padStart(3, '0')}`,
      `${at + 1}-${at + 1} anställda`,
      ...['1', '1'],
    ]);

    const { faults, cells } = read([headings, ...rows]);

    expect(faults.filter(({ code }) => code === 'row-missing')).toHaveLength(100);
    expect(cells).toEqual([]);
  });

  test('may have groups of SNI in place of a division', () => {
    const codes = [...codesBut24(), '24.1', '24.2', '24.3', '24.4', '24.5'];

    expect(read([headings, ...whole({ '17 24.1 1-4': ['0', '5'] }, { codes })]).faults).toEqual([]);
  });
});

function codesBut24(): string[] {
  return manufacturingDivisions.filter((each) => each !== '24');
}

test('municipalities add up to their county', () => {
  const { cells, faults } = read([
    headings,
    ...whole({ '1715 24 1-4': ['0', '2'], '1780 24 1-4': ['0', '5'] }, { regions: ['1715', '1780', '20', '21'] }),
  ]);

  expect(faults).toEqual([]);
  expect(some(cells)).toEqual([{ county: '17', branch: 'steel-and-metals', size: '1-4', number: 7 }]);
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

const codes = [...manufacturingDivisions, '62', '71', '08'];
const cellsOfFile = ['17', '20', '21', '18'].flatMap((region) =>
  codes.flatMap((code) => ['0', ...sizes].map((size) => ({ region, code, size }))),
);
const numbers = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(999) }, fc.constant(null)), {
  minLength: cellsOfFile.length,
  maxLength: cellsOfFile.length,
});
const fileOf = (values: readonly (number | null)[]) => [
  ['region', 'SNI', 'storleksklass', '2024'],
  ...cellsOfFile.map(({ region, code, size }, at) => [region, code, size, String(values[at] ?? '..')]),
];

test('everything in a table is in the population or named as left out, and what is secret is found again', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { cells, leftOut, faults } = read(fileOf(values));
      const left = leftOut.reduce((sum, { number }) => sum + (number ?? 0), 0);

      expect(faults).toEqual([]);
      expect(populationOf(cells, {}) + left).toBe(values.reduce<number>((sum, number) => sum + (number ?? 0), 0));
      expect(countAt(cells, {}).secretRows).toBe(leftOut.find(({ why }) => why === 'secret')?.rows ?? 0);
    }),
    { numRuns: 20 },
  );
});

test('a table that lacks any row of industry is refused whole', () => {
  const rows = fileOf(cellsOfFile.map((_, at) => at));
  const needed = [...cellsOfFile.entries()].filter(
    ([, { region, code, size }]) => region !== '18' && size !== '0' && code !== '71' && code !== '08',
  );
  fc.assert(
    fc.property(fc.constantFrom(...needed), ([at, { region, code, size }]) => {
      const { cells, faults } = read(rows.toSpliced(at + 1, 1));

      const text = `${region} ${code} ${size.replace('-', '–')}`;
      expect(faults).toEqual([{ code: 'row-missing', row: null, text }]);
      expect(cells).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
