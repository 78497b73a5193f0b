import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealingKeyBytes } from './sealing.ts';

const newKey = (): string => randomBytes(sealingKeyBytes).toString('base64url');

/** The key that the embedded database's folder keeps, made the first time. */
export function keptSealingKey(folder: string): string {
  const file = path.join(folder, 'sealing-key');
  if (!existsSync(file)) writeFileSync(file, newKey(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** For a desk with a database of its own and no key: it lasts as long as the process. */
export function passingSealingKey(): string {
  return newKey();
}
