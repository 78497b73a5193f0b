import { execFile } from 'node:child_process';
import path from 'node:path';
import { environment } from './server-process.ts';

const server = path.resolve(import.meta.dirname, '../../server');

export type CommandOutcome = { readonly code: number; readonly output: string; readonly complaints: string };

/** A command line of the server in a process of its own. */
export function runCommand(
  script: string,
  words: readonly string[],
  variables: Record<string, string>,
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(server, script), ...words],
      { env: environment(variables) },
      (error, output, complaints) => {
        const code = error === null ? 0 : Number(error.code ?? -1);
        resolve({ code, output, complaints });
      },
    );
  });
}
