import type { County } from './firm-profile.ts';
import { counties } from './firm-profile.ts';

/** The county of a municipality code, whose first two digits it is; undefined outside the three counties. */
export function countyOf(municipality: string): County | undefined {
  return counties.find((county) => municipality.startsWith(county));
}
