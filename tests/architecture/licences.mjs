// Lists what the product ships with and under which licence. With --write the list is made, without it is checked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const list = path.join(root, 'docs', 'third-party-licences.md');
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Packages of the client that the build copies into the pages; npm counts them as development. */
const bundled = [
  '@fontsource-variable/atkinson-hyperlegible-next',
  '@fontsource-variable/familjen-grotesk',
  '@hookform/resolvers',
  '@lingui/core',
  '@lingui/react',
  '@svg-maps/sweden',
  'chart.js',
  'idb-keyval',
  'react',
  'react-dom',
  'react-hook-form',
  'react-router',
];
/** Licences that a public body can share this product under EUPL-1.2 with. CC-BY is for a map, and said below it. */
const accepted =
  /^\(?(CC-BY-4\.0|MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|PostgreSQL|Unlicense|CC0-1\.0)\b/;

/** Says so in a file beside its manifest, and not in it. */
const statedElsewhere = { 'png-js': 'MIT' };

const { packages } = readJson('package-lock.json');

/** Where npm resolves a package from: the nearest folder upwards that holds it. */
function resolve(from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (folder === '') return undefined;
  }
}

function collect(key, seen) {
  if (key === undefined || seen.has(key)) return;
  seen.add(key);
  const { dependencies = {} } = packages[key];
  for (const name of Object.keys(dependencies)) collect(resolve(key, name), seen);
}

function licenceOf(key) {
  const { license } = packages[key];
  if (license !== undefined) return license;
  const manifest = path.join(root, key, 'package.json');
  const stated = existsSync(manifest) ? readJson(`${key}/package.json`).license : undefined;
  return stated ?? statedElsewhere[key.replace(/^.*node_modules\//, '')] ?? 'unknown';
}

const seen = new Set();
const { dependencies, optionalDependencies } = packages[''];
for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...bundled])
  collect(resolve('', name), seen);

const rows = [...seen]
  .map((key) => ({
    name: key.replace(/^.*node_modules\//, ''),
    version: packages[key].version,
    licence: licenceOf(key),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
const refused = rows.filter(({ licence }) => !accepted.test(licence));
const text = `# Third-party licences

What the server runs and what the pages contain, from the lock file. Made by \`npm run licences\`.

| Package | Version | Licence |
| --- | --- | --- |
${rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`;

if (process.argv.includes('--write')) writeFileSync(list, text);
const isCurrent = existsSync(list) && readFileSync(list, 'utf8') === text;
for (const { name, licence } of refused)
  process.stderr.write(`${name} has the licence ${licence}, which is not on the list\n`);
if (!isCurrent) process.stderr.write('docs/third-party-licences.md is not what the lock file says: npm run licences\n');
process.stdout.write(`${rows.length} packages\n`);
process.exit(isCurrent && refused.length === 0 ? 0 : 1);
