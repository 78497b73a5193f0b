// The attack on everything that can be read, on more firms and longer than every test run does it: npm run attack
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const report = path.join(root, '.cache', 'attack-report.txt');
rmSync(report, { force: true });
const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'api'];
const { status } = spawnSync(process.execPath, [...runner, 'tests/api/attack.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ATTACK_FIRMS: process.env.ATTACK_FIRMS ?? '600' },
});
if (existsSync(report)) process.stdout.write(readFileSync(report, 'utf8'));
process.exit(status ?? 1);
