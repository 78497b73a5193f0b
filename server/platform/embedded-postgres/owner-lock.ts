import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { isRunning, processStart } from './processes.ts';

const ownerSchema = z.object({ pid: z.int(), start: z.string() });
const attempts = 5;

function readOwner(file: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function takeFile(file: string): boolean {
  try {
    const owner = { pid: process.pid, start: processStart(process.pid) };
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Makes this process the one that starts and stops the database in the folder. Refuses while another one lives;
 * a lock whose process is gone, or whose number belongs to a younger process, is taken over.
 */
export function takeOwnership(folder: string): () => void {
  const file = path.join(folder, 'owner.json');
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (takeFile(file)) return () => rmSync(file, { force: true });
    const owner = readOwner(file);
    if (owner !== undefined && isRunning(owner.pid) && processStart(owner.pid) === owner.start) {
      throw new Error(
        `the database in ${folder} is in use by process ${owner.pid}; stop that server first, ` +
          'or give this one a folder of its own with EMBEDDED_DATA_DIR',
      );
    }
    rmSync(file, { force: true });
  }
  throw new Error(`the lock ${file} could not be taken`);
}
