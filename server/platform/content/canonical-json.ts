import { createHash } from 'node:crypto';

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of the value as JSON with sorted keys, the same before and after a stay in `jsonb`. */
export function sha256OfJson(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest();
}
