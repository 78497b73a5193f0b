export const populationFaults = [
  'no-headings',
  'no-year',
  'no-numbers',
  'no-rows',
  'unknown-region',
  'unknown-industry',
  'unknown-size',
  'faulty-number',
  'row-twice',
  'regions-within',
  'codes-within',
  'sizes-overlap',
  'county-missing',
  'municipality-missing',
  'industry-missing',
  'size-missing',
  'row-missing',
] as const;

/**
 * What is wrong with a file, by row as a spreadsheet counts them; the first is 1. Nothing of a faulty file is taken: a sum
 * that misses a row, or has one twice, is worth less than none.
 */
export type PopulationFault = {
  readonly code: (typeof populationFaults)[number];
  readonly row: number | null;
  readonly text: string;
};
