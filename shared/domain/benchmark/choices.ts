import { branches, counties, sizeClasses } from '../firm/firm-profile.ts';
import { type Attribute, type Frame, unstated } from './frame.ts';

/** What firms of the three counties are divided by. Firms outside them are in no release (strategy, R57). */
export const releaseAttributes: Frame['attributes'] = [
  { code: 'county', values: counties },
  { code: 'branch', values: branches },
  { code: 'size', values: sizeClasses },
];

/** Kinds of municipality by their population, from so many on: a proposal for the regions to change. */
export const municipalityKinds = [
  { code: 'large', from: 50_000 },
  { code: 'middle', from: 20_000 },
  { code: 'small', from: 0 },
] as const;

export const municipalityCode = 'municipality';

/** Firms that have not agreed to it are in none of the kinds. */
const municipalityAttribute: Attribute = {
  code: municipalityCode,
  values: [...municipalityKinds.map(({ code }) => code), unstated],
};

/** The attributes that the breakdowns need: the kind of municipality only where one of them asks for it. */
export function attributesFor(breakdowns: readonly (readonly string[])[]): Frame['attributes'] {
  return breakdowns.flat().includes(municipalityCode)
    ? [...releaseAttributes, municipalityAttribute]
    : releaseAttributes;
}

type Municipality = { readonly code: string; readonly population: number };

/** The kind of each municipality, by its code. */
export function kindsOfMunicipalities(municipalities: readonly Municipality[]): Record<string, string> {
  return Object.fromEntries(
    municipalities.map(({ code, population }) => [
      code,
      municipalityKinds.find(({ from }) => population >= from)?.code ?? unstated,
    ]),
  );
}

/**
 * The tables a release may have, and no others: fixed, so that no two readers can ask for groups that differ by a firm
 * (rule D11). All firms are always among them.
 */
export const releaseBreakdowns: readonly (readonly string[])[] = [
  [],
  ['county'],
  ['branch'],
  ['size'],
  ['county', 'branch'],
  ['county', 'size'],
  ['branch', 'size'],
  ['municipality'],
  ['size', 'municipality'],
];

const key = (codes: readonly string[]): string => codes.join('&');

/** The breakdowns in their order, with all firms first; null when one of them is none that a release may have. */
export function orderBreakdowns(wanted: readonly (readonly string[])[]): (readonly string[])[] | null {
  const keys = new Set(wanted.map(key));
  const known = releaseBreakdowns.filter((codes) => codes.length === 0 || keys.has(key(codes)));
  return [...keys].every((each) => releaseBreakdowns.some((codes) => key(codes) === each)) ? known : null;
}
