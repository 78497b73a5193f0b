import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/** The tests that failed, and after them the files that failed before their first test, or were cut off by a failure. */
function failuresIn({ testResults }: Report): string[] {
  const failed = testResults.filter(({ status }) => status === 'failed');
  const tests = failed.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
  const files = failed.filter(({ assertionResults }) => assertionResults.every(({ status }) => status !== 'failed'));
  return [...tests.map(({ fullName }) => fullName), ...files.map(({ name }) => `${path.basename(name)} as a whole`)];
}

/** Names what fails; empty when all holds, and undefined when nothing could be run at all. */
export function runTests(
  folder: string,
  tests: readonly string[],
  options: readonly string[] = [],
): string[] | undefined {
  const report = path.join(folder, '.cache', 'mutant-report.json');
  rmSync(report, { force: true });
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...options];
  const reporters = ['--reporter=json', `--outputFile=${report}`];
  const { status } = spawnSync(process.execPath, [...runner, ...reporters, ...tests], { cwd: folder, stdio: 'ignore' });
  if (!existsSync(report)) return undefined;
  const failures = failuresIn(JSON.parse(readFileSync(report, 'utf8')));
  return failures.length === 0 && status !== 0 ? undefined : failures;
}

export function buildPages(folder: string): boolean {
  const builder = ['node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts'];
  return spawnSync(process.execPath, builder, { cwd: folder, stdio: 'ignore' }).status === 0;
}
