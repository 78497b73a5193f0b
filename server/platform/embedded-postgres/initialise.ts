import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';

export const superuser = 'postgres';

function giveTo(account: Account, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}

/** Folders of an initialisation that was interrupted. */
function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('postgres.new-')) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function runInitdb(binaries: string, half: string, account: Account, passwordFile: string): void {
  const options = ['-U', superuser, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    execFileSync(path.join(binaries, 'bin', 'initdb'), ['-D', half, ...options, ...locale], {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`PostgreSQL could not make its data folder: ${said}`, { cause });
  }
}

/** Makes the cluster once, whole or not at all: it gets its name only when it is complete. */
export function initialise(binaries: string, folder: string, account: Account, password: string): string {
  const dataFolder = path.join(folder, 'postgres');
  if (existsSync(path.join(dataFolder, 'PG_VERSION'))) return dataFolder;
  removeHalfMade(folder);
  const half = path.join(folder, `postgres.new-${process.pid}`);
  mkdirSync(half, { mode: 0o700 });
  giveTo(account, half);
  const passwordFile = path.join(folder, `password.new-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  try {
    runInitdb(binaries, half, account, passwordFile);
    renameSync(half, dataFolder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
  return dataFolder;
}
