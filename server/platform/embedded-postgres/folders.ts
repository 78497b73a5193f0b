import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';

const executeByOthers = 0o001;

/** Whether an account without rights of its own can enter the folder and all above it. */
export function isOpenToOthers(folder: string): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (existsSync(current) && (statSync(current).mode & executeByOthers) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Places outside the checkout, one for each wanted folder so that two checkouts never share a database. */
function substitutes(wanted: string): string[] {
  const name = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 12);
  return [
    path.join('/var/lib/mattstock', name),
    path.join(os.homedir(), '.mattstock', name),
    path.join(os.tmpdir(), `mattstock-${name}`),
  ];
}

/** The wanted folder, or the first place where the database's account can work. */
export function chooseFolder(wanted: string, account: Account): string {
  const isUsable = (folder: string) => (account.uid === undefined || isOpenToOthers(folder)) && canWrite(folder);
  const chosen = [path.resolve(wanted), ...substitutes(wanted)].find(isUsable);
  if (chosen === undefined) throw new Error(`no folder for the database: ${wanted} and its substitutes are closed`);
  return chosen;
}
