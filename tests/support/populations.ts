import { counties } from '#shared/domain/firm/firm-profile.ts';
import { manufacturingDivisions } from '#shared/domain/firm/sni-manufacturing.ts';

const told = ['24 stål- och metallverk', '25 metallvaror', '16 trävaruindustri', '62 dataprogrammering'];
const withNobody = manufacturingDivisions.filter((division) => !told.some((each) => each.startsWith(division)));
const sizes = [
  '0 anställda',
  '1-4 anställda',
  '5-9 anställda',
  '10-49 anställda',
  '50-249 anställda',
  '250+ anställda',
];

/**
 * Rows as Statistics Sweden's database gives them out, of all that a table has to have; each number of four divisions is
 * its own, and of the others there is nobody.
 */
export const populationRows = (ofCounties: readonly string[] = counties): string[][] => [
  ['region', 'näringsgren SNI 2007', 'storleksklass', 'Antal företag 2023', 'Antal företag 2024'],
  ...ofCounties.flatMap((county, one) =>
    [...told, ...withNobody].flatMap((division, two) =>
      sizes.map((size, three) => {
        const number = two < told.length ? 10 + 7 * one + 5 * two + 3 * three : 0;
        return [`${county} län`, division, size, String(Math.max(0, number - 1)), String(number)];
      }),
    ),
  ),
];

export const csvFile = (rows: readonly (readonly string[])[]) => ({
  kind: 'csv' as const,
  base64: Buffer.from(rows.map((row) => row.join(';')).join('\r\n')).toString('base64'),
});

export const populationFile = () => csvFile(populationRows());
