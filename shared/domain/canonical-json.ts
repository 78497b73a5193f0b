function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value as JSON with sorted keys: equal values give equal text, also after a stay in `jsonb`. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortedKeys);
}

/** Whether two values say the same, whatever the order of their keys. A key that is undefined counts as left out. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
