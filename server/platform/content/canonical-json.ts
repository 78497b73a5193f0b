import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

/** SHA-256 of the value as JSON with sorted keys, the same before and after a stay in `jsonb`. */
export function sha256OfJson(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}
