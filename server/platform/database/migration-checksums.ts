import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const fileName = 'checksums.json';
const checksumsSchema = z.record(z.string(), z.string());
type Checksums = z.infer<typeof checksumsSchema>;

/** SHA-256 of every migration as it lies in the folder, line ends made equal. */
export async function computeChecksums(folder: string): Promise<Checksums> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const sums = await Promise.all(
    files.map(async (file) => {
      const text = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return [file, createHash('sha256').update(text).digest('hex')] as const;
    }),
  );
  return Object.fromEntries(sums);
}

async function readChecksums(folder: string): Promise<Checksums> {
  return checksumsSchema.parse(JSON.parse(await readFile(path.join(folder, fileName), 'utf8')));
}

/** A migration that has landed never changes: refuses a folder that differs from its recorded checksums. */
export async function refuseChangedMigrations(folder: string): Promise<void> {
  const [recorded, actual] = await Promise.all([readChecksums(folder), computeChecksums(folder)]);
  for (const file of new Set([...Object.keys(recorded), ...Object.keys(actual)])) {
    if (actual[file] === undefined) throw new Error(`migration ${file} is recorded but missing`);
    if (recorded[file] === undefined) throw new Error(`migration ${file} has no recorded checksum`);
    if (recorded[file] !== actual[file]) throw new Error(`migration ${file} was changed after it was recorded`);
  }
}

/** Records migrations that are new; refuses to record a change of one that is known. */
export async function recordChecksums(folder: string): Promise<string[]> {
  const recorded = await readChecksums(folder).catch(() => ({}) as Checksums);
  const actual = await computeChecksums(folder);
  for (const [file, sum] of Object.entries(recorded)) {
    if (actual[file] !== sum) throw new Error(`migration ${file} was changed after it was recorded`);
  }
  await writeFile(path.join(folder, fileName), `${JSON.stringify(actual, null, 2)}\n`);
  return Object.keys(actual).filter((file) => recorded[file] === undefined);
}
