import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseAccount } from './account.ts';
import { chooseFolder } from './folders.ts';
import { commandLine, isRunning } from './processes.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, urlsOf } from './start.ts';

const pidLine = 0;
const portLine = 3;

/** The port of the server that works on the folder now. */
function findPort(dataFolder: string): number | undefined {
  const pidFile = path.join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[pidLine]);
  return isRunning(pid) && commandLine(pid).includes(dataFolder) ? Number(lines[portLine]) : undefined;
}

export type BorrowedPostgres = Pick<EmbeddedPostgres, 'adminUrl' | 'applicationUrl' | 'folder'> & {
  giveBack(): Promise<void>;
};

/**
 * The embedded database for a command: that of a server which is running, or else started for as long as it takes.
 * Makes none where there is none yet.
 */
export async function borrowEmbeddedPostgres(options: {
  folder: string;
  log: (line: string) => void;
}): Promise<BorrowedPostgres> {
  const folder = chooseFolder(options.folder, chooseAccount());
  const dataFolder = path.join(folder, 'postgres');
  if (!existsSync(path.join(dataFolder, 'PG_VERSION'))) throw new Error(`there is no database in ${folder} yet`);
  const port = findPort(dataFolder);
  if (port !== undefined) return { ...urlsOf(folder, port), folder, giveBack: async () => undefined };
  options.log(`no server is running on ${folder}; its database is started for as long as this takes`);
  const started = await startEmbeddedPostgres(options);
  return { ...started, giveBack: () => started.stop() };
}
