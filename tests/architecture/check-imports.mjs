// Import rules, and the proof that they were applied to every module there is.
import { globSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from './dependency-rules.mjs';

const root = path.resolve(import.meta.dirname, '../..');
process.chdir(root);

const rooms = ['shared', 'server', 'client', 'tests'];
const sources = globSync(rooms.map((room) => `${room}/**/*.{ts,tsx,mjs}`)).filter((file) => !file.endsWith('.d.ts'));

const { output } = await cruise(
  rooms,
  { ruleSet: rules, validate: true, ...rules.options },
  {},
  { tsConfig: extractTSConfig(path.join(root, 'tests/tsconfig.json')) },
);
const { modules, summary } = output;

for (const { from, to, rule } of summary.violations) {
  const { comment } = rules.forbidden.find(({ name }) => name === rule.name) ?? {};
  process.stderr.write(`${rule.name}: ${from} -> ${to}\n  ${comment}\n`);
}
const seen = new Set(modules.map(({ source }) => source));
const unseen = sources.filter((file) => !seen.has(file));
for (const file of unseen) process.stderr.write(`not seen by the import rules: ${file}\n`);

process.stdout.write(`import rules: ${sources.length - unseen.length} of ${sources.length} modules seen\n`);
if (summary.violations.length > 0 || unseen.length > 0) process.exit(1);
