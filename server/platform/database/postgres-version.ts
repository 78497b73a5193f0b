/**
 * The first minor of each major with the fix of CVE-2025-8713, by which the planner's statistics told of rows that
 * row-level security hides. Majors after these have had it from the start.
 */
const oldestMinors: Readonly<Record<number, number>> = { 16: 10, 17: 6 };
const majorUnit = 10_000;

/** What to install, in words. */
export const postgresNeeded = 'PostgreSQL 16.10, 17.6 or 18 or later';

/** Whether row-level security can be relied on; the number is the server's own `server_version_num`. */
export function isPostgresRecentEnough(versionNumber: number): boolean {
  const major = Math.floor(versionNumber / majorUnit);
  const oldest = oldestMinors[major];
  return oldest === undefined ? major > 17 : versionNumber % majorUnit >= oldest;
}
