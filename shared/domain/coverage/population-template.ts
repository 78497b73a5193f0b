import { counties } from '../firm/firm-profile.ts';
import { manufacturingDivisions } from '../firm/sni-manufacturing.ts';

const names = { '17': 'Värmlands län', '20': 'Dalarnas län', '21': 'Gävleborgs län' } as const;
const sizes = ['0 anställda', '1-9 anställda', '10-49 anställda', '50-249 anställda', '250+ anställda'];

/**
 * A table of the year with every row that one has to have and no number in it, as CSV. As long as a number is missing it
 * is not taken in: what nobody has filled in must not count as nobody there.
 */
export function populationTemplate(year: number): string {
  const rows = counties.flatMap((county) =>
    manufacturingDivisions.flatMap((division) =>
      sizes.map((size) => [`${county} ${names[county]}`, division, size, '']),
    ),
  );
  return [['region', 'näringsgren SNI 2007', 'storleksklass', String(year)], ...rows]
    .map((row) => `${row.join(';')}\r\n`)
    .join('');
}
