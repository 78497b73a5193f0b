// Every message of the code is in the catalogues, nothing else is, and each is translated.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const catalogues = () => globSync('client/src/**/locales/**/*.po', { cwd: root }).sort();
const read = (file) => readFileSync(path.join(root, file), 'utf8');
// The date of the extraction is no difference.
const words = (text) => text.replaceAll(/^"POT-Creation-Date:.*$/gm, '');

const before = new Map(catalogues().map((file) => [file, read(file)]));
const lingui = path.join(root, 'node_modules', '.bin', 'lingui');
const { status, stderr } = spawnSync(lingui, ['extract', '--clean'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const faults = status === 0 ? [] : [`the messages could not be extracted: ${stderr}`];

for (const file of catalogues()) {
  const after = read(file);
  if (words(before.get(file) ?? '') !== words(after))
    faults.push(`${file} is not what the code says: npm run messages`);
  if (before.has(file)) writeFileSync(path.join(root, file), before.get(file));
  const untranslated = [...after.matchAll(/^msgid (?!""\n(?!"))(.+(?:\n".*")*)\nmsgstr ""\n(?!")/gm)];
  for (const [, message] of untranslated) faults.push(`${file} has no words for ${message}`);
}

/** Words of one language from all catalogues come together in the browser, so that one message has one translation. */
function conflicts(language) {
  const known = new Map();
  const found = [];
  const isOfLanguage = (file) => file.includes(`/${language}/`) || file.endsWith(`/${language}.po`);
  for (const file of catalogues().filter(isOfLanguage)) {
    for (const [, message, translation] of read(file).matchAll(/^msgid (".+")\nmsgstr (".+")$/gm)) {
      const other = known.get(message);
      known.set(message, other ?? translation);
      if (other !== undefined && other !== translation)
        found.push(`${file} says ${translation} for ${message}, elsewhere it is ${other}`);
    }
  }
  return found;
}
faults.push(...conflicts('sv'), ...conflicts('en'));

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${before.size} catalogues\n`);
process.exit(faults.length === 0 ? 0 : 1);
