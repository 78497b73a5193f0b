import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type WorkerProcess = {
  readonly process: ChildProcess;
  /** Resolves, with how, once it has ended and all that it said has been heard. */
  readonly ended: Promise<string>;
  /** At once, whatever it is in the middle of. Resolves when it has ended. */
  readonly end: () => Promise<void>;
};

/**
 * Begins a process of its own, not a thread: where memory runs out in the wrong place, or the engine itself fails, a thread
 * takes everybody down with it.
 */
export function startWorker(url: URL, heapMegabytes: number): WorkerProcess {
  const child = fork(fileURLToPath(url), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // It needs no secret of the server's.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.once('exit', (code, signal) => {
      const how = String(code ?? signal);
      // What it said last may not have been read yet when it is gone.
      if (child.connected) child.once('disconnect', () => resolve(how));
      else resolve(how);
    });
  });
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { process: child, ended, end };
}
