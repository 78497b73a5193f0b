// All there is to test: the checks, the build and every test project. The last line counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checks, runCheck } from './checks.mjs';
import '../server/refuse-old-node.mjs';

const root = path.resolve(import.meta.dirname, '..');
const report = path.join(root, '.cache', 'test-report.json');

const build = {
  name: 'build of the client',
  command: [process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts'],
};

function runTests() {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [...runner, ...reporters, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that fails before its first test, and a fault outside all tests, are failures too.
  const isUncounted = status !== 0 && numFailedTests === 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + (isUncounted ? Math.max(numFailedTestSuites, 1) : 0),
    skipped: numPendingTests + numTodoTests,
  };
}

const outcomes = [...checks, build].map(runCheck);
const tests = runTests();
const passed = tests.passed + outcomes.filter(Boolean).length;
const failed = tests.failed + outcomes.filter((holds) => !holds).length;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
process.exit(failed === 0 ? 0 : 1);
