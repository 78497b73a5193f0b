// All there is to test: the checks, the build and every test project. The last line counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checks, runCheck } from './checks.mjs';
import { outsideFile } from './cut-off-reporter.mjs';
import '../server/refuse-old-node.mjs';

const root = path.resolve(import.meta.dirname, '..');
const report = path.join(root, '.cache', 'test-report.json');

const build = {
  name: 'build of the client',
  command: [process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts'],
};

const none = { passed: 0, failed: 1, skipped: 0 };

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Runs all tests, or those files; with which of them were cut off, as the engine ended the process that ran them. */
function runOnce(args) {
  mkdirSync(path.dirname(report), { recursive: true });
  for (const file of [report, outsideFile]) rmSync(file, { force: true });
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ours = '--reporter=./tests/cut-off-reporter.mjs';
  const { status } = spawnSync(process.execPath, [...runner, ...reporters, ours, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!existsSync(report) || !existsSync(outsideFile)) return { counts: none, cutOff: [] };
  const { testResults } = readJson(report);
  const { cutOff, others } = readJson(outsideFile);
  const results = testResults.filter(({ name }) => !cutOff.includes(name));
  const tests = results.flatMap(({ assertionResults }) => assertionResults.map((each) => each.status));
  const failed = tests.filter((each) => each === 'failed').length;
  // A file that fails before its first test, and a fault outside all tests, are failures too.
  const failedFiles = results.filter((each) => each.status === 'failed').length;
  const isUncounted = failed === 0 && (others > 0 || failedFiles > 0 || (status !== 0 && cutOff.length === 0));
  const passed = tests.filter((each) => each === 'passed').length;
  return {
    counts: {
      passed,
      failed: failed + (isUncounted ? Math.max(failedFiles, 1) : 0),
      skipped: tests.length - passed - failed,
    },
    cutOff,
  };
}

const sumOf = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** No test has failed where a process was ended by a signal: its file is run again, once, and that is said. */
function runTests() {
  const { counts, cutOff } = runOnce(process.argv.slice(2));
  if (cutOff.length === 0) return counts;
  const files = cutOff.map((file) => path.relative(root, file));
  process.stdout.write(`\nCut off by a signal, and run again: ${files.join(', ')}\n`);
  const again = runOnce(files);
  return sumOf(counts, again.cutOff.length === 0 ? again.counts : none);
}

const outcomes = [...checks, build].map(runCheck);
const tests = runTests();
const passed = tests.passed + outcomes.filter(Boolean).length;
const failed = tests.failed + outcomes.filter((holds) => !holds).length;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
process.exit(failed === 0 ? 0 : 1);
