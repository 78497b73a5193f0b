import type { FirmProfile } from './firm-profile.ts';

export type EuSizeClass = 'fewer-than-50' | 'fewer-than-250' | '250-or-more';

/**
 * The size class by the EU's count of heads, or null while the exact number of employees is not known. It stands beside
 * the size class of the profile: the strategy counts a firm of exactly 250 as small or medium-sized, the EU does not.
 * Turnover, balance sheet and ownership, which the EU also asks for, are not looked at.
 * (Commission Recommendation 2003/361/EC, annex, article 2; strategy, challenge C1.)
 */
export function euSizeClassOf({ employees }: Pick<FirmProfile, 'employees'>): EuSizeClass | null {
  if (employees === undefined) return null;
  if (employees < 50) return 'fewer-than-50';
  return employees < 250 ? 'fewer-than-250' : '250-or-more';
}
