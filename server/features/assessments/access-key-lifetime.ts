const dayMs = 86_400_000;

/** Long enough for a firm that answers between two busy periods. */
export const accessKeyLifetimeDays = 180;
export const resumeLinkLifetimeDays = 90;

export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * dayMs);
}
