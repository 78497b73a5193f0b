// Builds the client and starts the server: the whole of `npm start`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import './refuse-old-node.mjs';

const root = path.resolve(import.meta.dirname, '..');
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const build = [vite, 'build', '--config', path.join(root, 'client', 'vite.config.ts'), '--logLevel', 'warn'];

const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  process.stderr.write('The pages could not be built.\n');
  process.exit(1);
}
await import('./main.ts');
