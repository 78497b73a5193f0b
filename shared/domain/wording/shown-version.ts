/** The number of a version as it is read, of a code such as `proposal-1`; any other code as it is. */
export const shownVersion = (code: string): string => /^[a-z]+-(\d+)$/.exec(code)?.[1] ?? code;
