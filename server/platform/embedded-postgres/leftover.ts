import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isRunning } from './processes.ts';

const fastShutdown = 'SIGINT';
const immediateShutdown = 'SIGQUIT';
const patienceMs = 20_000;
const stepMs = 50;

function readPid(pidFile: string): number | undefined {
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Resolves to whether the process has ended in time. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += stepMs) {
    if (!isRunning(pid)) return true;
    await pause(stepMs);
  }
  return !isRunning(pid);
}

async function stop(pid: number): Promise<void> {
  for (const signal of [fastShutdown, immediateShutdown] as const) {
    process.kill(pid, signal);
    if (await hasEnded(pid, patienceMs)) return;
  }
  throw new Error(`PostgreSQL of an earlier run (process ${pid}) does not stop`);
}

/**
 * A server that was killed leaves its database running. Stops it by its pid file, so that never two run on one
 * folder; a pid file whose number has gone to another program is removed.
 */
export async function stopLeftover(dataFolder: string, log: (line: string) => void): Promise<void> {
  const pidFile = path.join(dataFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = readPid(pidFile);
  if (pid !== undefined && isRunning(pid) && commandLine(pid).includes(dataFolder)) {
    log(`stopping PostgreSQL left by an earlier run (process ${pid})`);
    await stop(pid);
  } else {
    log('removing the pid file of a PostgreSQL that no longer runs');
    rmSync(pidFile, { force: true });
  }
}
