import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Identifiers } from '../identifier.ts';

const saltBytes = 16;
const hashBytes = 32;
/** A code has 40 bits only, so each guess at a hash is made dear; five tries at the door are all there are. */
const cost = { N: 2 ** 14, r: 8, p: 1 } as const;

export type SignInCode = {
  /** Goes into the mail and nowhere else. */
  readonly code: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
};

export async function newSignInCode(identifiers: Identifiers): Promise<SignInCode> {
  const code = identifiers.newCode();
  const salt = randomBytes(saltBytes);
  return { code, salt, hash: await hashSignInCode(code, salt) };
}

/** What is stored of a code. The code is hashed as it is given: capitals, no spaces. */
export function hashSignInCode(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, hashBytes, cost, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}

export async function isSignInCode(code: string, salt: Buffer, hash: Buffer): Promise<boolean> {
  const given = await hashSignInCode(code, salt);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
