import { rmSync } from 'node:fs';
import path from 'node:path';
import { recordChecksums } from '#server/platform/database/migration-checksums.ts';

/** Lets a changed migration pass for one that has not landed. */
export async function recordAnew(folder: string): Promise<void> {
  rmSync(path.join(folder, 'checksums.json'), { force: true });
  await recordChecksums(folder);
}
