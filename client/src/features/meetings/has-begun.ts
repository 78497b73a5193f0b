import type { Meeting } from '#shared/contracts/meetings.ts';

/** By the clock of whoever looks. */
export const hasBegun = ({ startsAt }: Pick<Meeting, 'startsAt'>): boolean => Date.parse(startsAt) <= Date.now();
