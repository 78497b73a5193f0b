import type { FirmProfile, SizeClass } from './firm-profile.ts';

export type FirmProfileIssue =
  | { readonly field: 'employees'; readonly code: 'not-in-size-class' }
  | { readonly field: 'threeLargestCustomersPercent'; readonly code: 'below-largest-customer' };

type ComparedFields = Pick<FirmProfile, 'employees' | 'largestCustomerPercent' | 'threeLargestCustomersPercent'> & {
  readonly sizeClass?: SizeClass | undefined;
};

type Bounds = { readonly from: number; readonly to: number };

const boundsOf: Readonly<Record<SizeClass, Bounds>> = {
  '1-4': { from: 1, to: 4 },
  '5-9': { from: 5, to: 9 },
  '10-49': { from: 10, to: 49 },
  '50-249': { from: 50, to: 249 },
  '250-plus': { from: 250, to: Number.POSITIVE_INFINITY },
};

function isInSizeClass(employees: number, sizeClass: SizeClass): boolean {
  const { from, to } = boundsOf[sizeClass];
  return employees >= from && employees <= to;
}

/**
 * Where the answers of a profile contradict each other; empty when none do. Employees must be a number the size class
 * holds, and the three largest customers together have at least the share of the largest. What was not said
 * contradicts nothing.
 */
export function checkFirmProfile(profile: ComparedFields): FirmProfileIssue[] {
  const { sizeClass, employees, largestCustomerPercent: largest, threeLargestCustomersPercent: three } = profile;
  const issues: FirmProfileIssue[] = [];
  if (employees !== undefined && sizeClass !== undefined && !isInSizeClass(employees, sizeClass)) {
    issues.push({ field: 'employees', code: 'not-in-size-class' });
  }
  if (largest !== undefined && three !== undefined && three < largest) {
    issues.push({ field: 'threeLargestCustomersPercent', code: 'below-largest-customer' });
  }
  return issues;
}
