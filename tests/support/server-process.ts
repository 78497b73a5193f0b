import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../../server/main.ts');
const startWithinMs = 60_000;

export type ServerProcess = {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Without any chance to tidy up. */
  killHard(): Promise<void>;
  stop(): Promise<number | null>;
};

/** Node would otherwise start as vitest's own worker does. */
export function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env;
  return { ...inherited, NODE_ENV: 'development', LOG_LEVEL: 'warn', PORT: '0', DEMO_FIRMS: '0', ...variables };
}

/** The real server in a process of its own. Rejects with its output when it ends before it is ready. */
export async function startServer(variables: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], { env: environment(variables), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /ready: (http:\/\/\S+)/.exec(output)?.[1];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
    setTimeout(() => reject(new Error(`not ready in time: ${output}`)), startWithinMs).unref();
  });
  const origin = await ready;
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    origin,
    child,
    output: () => output,
    killHard: async () => {
      await ended('SIGKILL');
    },
    stop: () => ended('SIGTERM'),
  };
}
