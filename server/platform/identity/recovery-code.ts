import type { Identifiers } from '../identifier.ts';
import { sha256 } from '../identifier.ts';

const codes = 10;

/** As it is compared: without spaces and hyphens, in capitals. */
function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '');
}

export function sha256OfRecoveryCode(code: string): Buffer {
  return sha256(plain(code));
}

/** Ten codes of 120 bits, so that a plain hash hides them, in groups that can be read off paper. */
export function newRecoveryCodes(identifiers: Identifiers): string[] {
  return Array.from({ length: codes }, () =>
    Array.from({ length: 3 }, () => identifiers.newCode())
      .join('')
      .replaceAll(/(.{4})(?=.)/g, '$1-'),
  );
}
