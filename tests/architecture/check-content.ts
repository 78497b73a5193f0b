// Everything that is wrong with what ships in shared/content, and with the tables that docs/method.md copies from it.
import { readFileSync } from 'node:fs';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { findFaults } from './content/find-faults.ts';
import { checkMethod, methodFile } from './content/method-blocks.ts';

async function findMethodFaults(): Promise<string[]> {
  const { definition } = await loadContent(contentFolder);
  return checkMethod(readFileSync(methodFile, 'utf8'), definition);
}

const inContent = await findFaults(contentFolder);
const faults = inContent.length > 0 ? inContent : await findMethodFaults();
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length === 0 ? 0 : 1);
