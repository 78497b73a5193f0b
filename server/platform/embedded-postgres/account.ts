import { execFileSync } from 'node:child_process';

/** The account PostgreSQL runs as; empty for the one this process has. */
export type Account = { readonly uid?: number; readonly gid?: number };

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root; then it is given to `postgres`, or else to `nobody`. */
export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('running as root, and there is neither an account "postgres" nor "nobody" for the database');
}
