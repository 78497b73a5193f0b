// For people: how hard the content is to read, how much there is of it, and how long it takes to load and check.
// With --write it also brings the tables of docs/method.md and docs/access.md up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { contentFolder } from '#server/folders.ts';
import { type Content, loadContent } from '#server/platform/content/load-content.ts';
import { accessFile, refreshAccess } from './content/access-block.ts';
import { describeContent } from './content/describe-content.ts';
import { findFaults } from './content/find-faults.ts';
import { methodFile, refreshMethod } from './content/method-blocks.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

function writeMethod({ definition }: Content): void {
  const before = readFileSync(methodFile, 'utf8');
  const after = refreshMethod(before, definition);
  if (after !== before) writeFileSync(methodFile, after);
  say(after === before ? '\ndocs/method.md is as the content says.' : '\ndocs/method.md has been brought up to date.');
}

async function report(): Promise<void> {
  const startedMs = performance.now();
  const content = await loadContent(contentFolder);
  const loadMs = performance.now() - startedMs;
  say(describeContent(content, loadMs));
  if (!process.argv.includes('--write')) return;
  writeMethod(content);
  writeFileSync(accessFile, refreshAccess(readFileSync(accessFile, 'utf8')));
}

const faults = await findFaults(contentFolder);
if (faults.length === 0) await report();
say(faults.length === 0 ? '\nNo faults.' : `${faults.length} faults:\n${faults.join('\n')}`);
process.exit(faults.length === 0 ? 0 : 1);
