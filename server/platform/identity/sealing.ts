import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';

/** Keeps what must be read again out of the database's clear text: the secrets of authenticators. */
export type Sealing = {
  seal(text: string): Promise<string>;
  /** Rejects when none of the keys made it, or it has been changed. */
  open(sealed: string): Promise<string>;
  /** Whether one of the keys made it. */
  isKnown(sealed: string): boolean;
};

export const sealingKeyBytes = 32;

/** Tells keys apart without telling them. */
function nameOf(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}

/** The first key seals; every one of them opens, so that a new key can be put before the old. */
export function createSealing(keys: readonly string[]): Sealing {
  const named = keys.map((text) => {
    const key = new Uint8Array(Buffer.from(text, 'base64url'));
    if (key.length !== sealingKeyBytes) throw new Error(`a sealing key has ${sealingKeyBytes} bytes`);
    return { key, name: nameOf(key) };
  });
  const [newest] = named;
  if (newest === undefined) throw new Error('there is no sealing key');
  const keyOf = (sealed: string) => named.find(({ name }) => name === decodeProtectedHeader(sealed).kid);
  return {
    seal: (text) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: newest.name })
        .encrypt(newest.key),
    open: async (sealed) => {
      const found = keyOf(sealed);
      if (found === undefined) throw new Error('sealed with a key that is not configured');
      const { plaintext } = await compactDecrypt(sealed, found.key);
      return new TextDecoder().decode(plaintext);
    },
    isKnown: (sealed) => keyOf(sealed) !== undefined,
  };
}
