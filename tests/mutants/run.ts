import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { recordAnew } from './record-anew.ts';
import { buildPages, runTests } from './run-tests.ts';

/*
 * Makes each mistake in a copy of the sources and runs the tests that must notice it. `npm run mutants` for all,
 * `npm run mutants -- F19 audit` for those whose fault or name has one of the words. Ends with 1 when a mistake goes
 * unnoticed, or cannot be made any more because the code has changed. The tests are run without any mistake first: one
 * that fails by itself notices nothing.
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
  mkdirSync(path.join(copy, '.cache'), { recursive: true });
}

type Outcome = { readonly isNoticed: boolean; readonly words: string };

function outcomeOf({ tests, needsPages }: Mutant): Outcome {
  if (needsPages === true && !buildPages(copy)) return { isNoticed: false, words: 'CANNOT BE BUILT' };
  const failures = runTests(copy, tests, ['--bail', '1', '--no-file-parallelism']);
  if (failures === undefined) return { isNoticed: false, words: 'CANNOT BE RUN' };
  const [first] = failures;
  return first === undefined ? { isNoticed: false, words: 'NOT NOTICED' } : { isNoticed: true, words: first };
}

/** The sources are put back afterwards, so that the next mistake is the only one. */
async function tryOut(mutant: Mutant): Promise<Outcome> {
  const file = path.join(copy, mutant.file);
  const sound = readFileSync(file, 'utf8');
  if (sound.split(mutant.find).length !== 2) return { isNoticed: false, words: 'CANNOT BE MADE' };
  writeFileSync(
    file,
    sound.replace(mutant.find, () => mutant.replacement),
  );
  try {
    await recordAnew(path.join(copy, 'migrations'));
    return outcomeOf(mutant);
  } finally {
    writeFileSync(file, sound);
    await recordAnew(path.join(copy, 'migrations'));
  }
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isChosen = ({ fault, name }: Mutant): boolean =>
  words.length === 0 || words.some((word) => fault.toLowerCase() === word || name.toLowerCase().includes(word));
const chosen = mutants.filter(isChosen);

function refuseUnlessSound(): void {
  if (chosen.some(({ needsPages }) => needsPages)) buildPages(copy);
  const failures = runTests(copy, [...new Set(chosen.flatMap(({ tests }) => tests))]) ?? ['nothing can be run'];
  if (failures.length === 0) return;
  say(`without any mistake there fails:\n${failures.join('\n')}`);
  process.exit(1);
}

copySources();
refuseUnlessSound();
let noticed = 0;
for (const mutant of chosen) {
  const startedMs = Date.now();
  const outcome = await tryOut(mutant);
  if (outcome.isNoticed) noticed += 1;
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  const heading = outcome.isNoticed ? 'noticed' : outcome.words;
  say(`${heading.padEnd(15)} ${mutant.fault.padEnd(4)} ${mutant.name} (${seconds} s)`);
  if (outcome.isNoticed) say(`${' '.repeat(20)} by: ${outcome.words}`);
}
say(`\n${noticed} of ${chosen.length} mistakes are noticed`);
process.exit(noticed === chosen.length ? 0 : 1);
