import { expect, test } from 'vitest';
import { countAt } from '#shared/domain/coverage/population.ts';
import { populationTemplate } from '#shared/domain/coverage/population-template.ts';
import { readPopulation } from '#shared/domain/coverage/read-population.ts';
import { manufacturingDivisions } from '#shared/domain/firm/sni-manufacturing.ts';

const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
const read = (rows: readonly (readonly string[])[]) =>
  readPopulation(rows, {
    branches: [{ code: 'other-industry', sni: [...manufacturingDivisions] }],
    municipalities: [],
    year: null,
  });

test('the table to fill in is taken once every number is filled in', () => {
  const [headings = [], ...rows] = rowsOf(populationTemplate(2025));
  const filled = read([headings, ...rows.map((row) => [...row.slice(0, 3), '1'])]);

  expect(filled.faults).toEqual([]);
  expect(filled.years).toEqual([2025]);
  // Four sizes with somebody employed, in 24 divisions and three counties.
  expect(countAt(filled.cells, {})).toEqual({ surely: 288, maybe: 0, secretRows: 0 });
});

test('the table to fill in is not taken empty, nor with a row left empty', () => {
  const [headings = [], ...rows] = rowsOf(populationTemplate(2025));
  const allButOne = rows.map((row, place) => (place === 7 ? row : [...row.slice(0, 3), '1']));

  expect(read([headings, ...rows]).faults).toMatchObject([{ code: 'no-numbers' }]);
  expect(read([headings, ...allButOne]).faults).toMatchObject([{ code: 'row-missing' }]);
});
