import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

export type Identifiers = {
  /** A UUIDv7: sortable, unique, and not a secret. */
  newId(): string;
  /** 32 random bytes as base64url: a bearer secret. */
  newSecret(): string;
  /** Eight characters that a person can read and type, 40 bits: only ever with few tries and a short life. */
  newCode(): string;
};

/** Crockford's base32: no letter that looks like a figure or another letter. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

function randomCode(): string {
  return Array.from(randomBytes(codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
}

export const randomIdentifiers: Identifiers = {
  newId: () => v7(),
  newSecret: () => randomBytes(32).toString('base64url'),
  newCode: randomCode,
};

/** What is stored of a secret. 256 random bits need no salt and no slow hash. */
export function sha256(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The same as text, as a transaction presents it to the database. */
export function sha256Hex(secret: string): string {
  return sha256(secret).toString('hex');
}
