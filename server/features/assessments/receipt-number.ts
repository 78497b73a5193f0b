import { createHash } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U to be misheard. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `K7QX-42MT`: forty bits of the submission's hash, for people to read to each other. */
export function receiptNumberOf(submissionId: string): string {
  const bytes = createHash('sha256').update(submissionId).digest();
  const letters = Array.from(bytes.subarray(0, 8), (byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
