import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const tool = (name) => path.join(root, 'node_modules', '.bin', name);
const script = (name) => [process.execPath, path.join(root, 'tests', 'architecture', name)];

/** Name and command of every check; each holds or fails, there are no warnings. */
export const checks = [
  { name: 'format and lint', command: [tool('biome'), 'check', '--error-on-warnings', '--max-diagnostics=50'] },
  { name: 'promises and switches', command: [tool('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [tool('tsc'), '-b', 'shared', 'server', 'client', 'tests'] },
  { name: 'imports', command: script('check-imports.mjs') },
  { name: 'dead code and dependencies', command: [tool('knip')] },
  { name: 'messages', command: script('check-messages.mjs') },
  { name: 'licences', command: script('licences.mjs') },
  { name: 'content', command: script('check-content.ts') },
];

/** Runs one check; prints its output only when it fails. Returns whether it holds. */
export function runCheck({ name, command: [program, ...parameters] }) {
  const startedMs = Date.now();
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  const holds = status === 0;
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${holds ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!holds) process.stdout.write(`${stdout}${stderr}${error?.message ?? ''}\n`);
  return holds;
}
