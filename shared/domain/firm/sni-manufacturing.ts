/** The divisions of section C, manufacturing, of SNI 2007 (SCB). */
export const manufacturingDivisions: readonly string[] = Array.from({ length: 24 }, (_, index) => String(10 + index));

const groupsOf: Readonly<Record<string, string>> = {
  '10': '1 2 3 4 5 6 7 8 9',
  '11': '0',
  '12': '0',
  '13': '1 2 3 9',
  '14': '1 2 3',
  '15': '1 2',
  '16': '1 2',
  '17': '1 2',
  '18': '1 2',
  '19': '1 2',
  '20': '1 2 3 4 5 6',
  '21': '1 2',
  '22': '1 2',
  '23': '1 2 3 4 5 6 7 9',
  '24': '1 2 3 4 5',
  '25': '1 2 3 4 5 6 7 9',
  '26': '1 2 3 4 5 6 7 8',
  '27': '1 2 3 4 5 9',
  '28': '1 2 3 4 9',
  '29': '1 2 3',
  '30': '1 2 3 4 9',
  '31': '0',
  '32': '1 2 3 4 5 9',
  '33': '1 2',
};

const expanded = Object.entries(groupsOf).map(
  ([division, groups]) => [division, groups.split(' ').map((group) => `${division}.${group}`)] as const,
);

/** Groups by division, and classes of the one group that branches share: wood products other than sawn wood. */
export const partsOfSni: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(expanded),
  '16.2': ['16.21', '16.22', '16.23', '16.24', '16.29'],
};
