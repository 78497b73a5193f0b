import { counties } from '#shared/domain/firm/firm-profile.ts';

const divisions = ['24 stål- och metallverk', '25 metallvaror', '16 trävaruindustri', '62 dataprogrammering'];
const sizes = [
  '0 anställda',
  '1-4 anställda',
  '5-9 anställda',
  '10-49 anställda',
  '50-249 anställda',
  '200-499 anställda',
];

/** Rows as Statistics Sweden's database gives them out; each number is its own. */
export const populationRows = (sizesOfFile: readonly string[] = sizes.slice(0, 5)): string[][] => [
  ['region', 'näringsgren SNI 2007', 'storleksklass', 'Antal företag 2023', 'Antal företag 2024'],
  ...counties.flatMap((county, one) =>
    divisions.flatMap((division, two) =>
      sizesOfFile.map((size, three) => {
        const number = 10 + 7 * one + 5 * two + 3 * three;
        return [`${county} län`, division, size, String(number - 1), String(number)];
      }),
    ),
  ),
];

export const csvFile = (rows: readonly (readonly string[])[]) => ({
  kind: 'csv' as const,
  base64: Buffer.from(rows.map((row) => row.join(';')).join('\r\n')).toString('base64'),
});

export const populationFile = () => csvFile(populationRows());
