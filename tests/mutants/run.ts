import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { recordAnew } from './record-anew.ts';

/*
 * Makes each mistake in a copy of the sources and runs the tests that must notice it. `npm run mutants` for all,
 * `npm run mutants -- F19 audit` for those whose fault or name has one of the words. Ends with 1 when a mistake goes
 * unnoticed, or cannot be made any more because the code has changed.
 */

const root = path.resolve(import.meta.dirname, '../..');
const copy = path.join(root, '.cache', 'mutants');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function copySources(): void {
  rmSync(copy, { recursive: true, force: true });
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of stdout.split('\n').filter((each) => each !== '' && existsSync(path.join(root, each)))) {
    mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    copyFileSync(path.join(root, name), path.join(copy, name));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
}

type Outcome = 'noticed' | 'NOT NOTICED' | 'CANNOT BE MADE';

function runTests({ tests }: Mutant): Outcome {
  const runner = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--bail', '1'];
  const { status } = spawnSync(process.execPath, [...runner, ...tests], { cwd: copy, stdio: 'ignore' });
  return status === 0 ? 'NOT NOTICED' : 'noticed';
}

/** The sources are put back afterwards, so that the next mistake is the only one. */
async function tryOut(mutant: Mutant): Promise<Outcome> {
  const file = path.join(copy, mutant.file);
  const sound = readFileSync(file, 'utf8');
  if (sound.split(mutant.find).length !== 2) return 'CANNOT BE MADE';
  writeFileSync(
    file,
    sound.replace(mutant.find, () => mutant.replacement),
  );
  try {
    await recordAnew(path.join(copy, 'migrations'));
    return runTests(mutant);
  } finally {
    writeFileSync(file, sound);
    await recordAnew(path.join(copy, 'migrations'));
  }
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isChosen = ({ fault, name }: Mutant): boolean =>
  words.length === 0 || words.some((word) => fault.toLowerCase() === word || name.toLowerCase().includes(word));

copySources();
const missed: Mutant[] = [];
for (const mutant of mutants.filter(isChosen)) {
  const startedMs = Date.now();
  const outcome = await tryOut(mutant);
  if (outcome !== 'noticed') missed.push(mutant);
  say(
    `${outcome.padEnd(14)} ${mutant.fault.padEnd(4)} ${mutant.name} (${((Date.now() - startedMs) / 1000).toFixed(0)} s)`,
  );
}
const tried = mutants.filter(isChosen).length;
say(`\n${tried - missed.length} of ${tried} mistakes are noticed`);
process.exit(missed.length === 0 ? 0 : 1);
