import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constants, gzipSync } from 'node:zlib';

type Chunk = { file: string; css?: string[]; imports?: string[]; assets?: string[] };

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.cache', 'load-client');

function sizeOf(file: string): number {
  return gzipSync(readFileSync(path.join(folder, file)), { level: constants.Z_BEST_COMPRESSION }).length / 1000;
}

/** The chunks named and everything they import at once. */
function reachable(manifest: Record<string, Chunk>, keys: readonly string[]): Chunk[] {
  const seen = new Map<string, Chunk>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}`);
    if (!seen.has(key)) open.push(...(chunk.imports ?? []));
    seen.set(key, chunk);
  }
  return [...seen.values()];
}

/** What the pages on the way to the first question fetch, each with its words, in KB (1000 bytes, gzip -9). */
const stops = [
  { name: 'first page', routes: ['home'], features: ['introduction'] },
  { name: 'profile', routes: ['start'], features: ['start'] },
  { name: 'first question', routes: ['answering', 'item'], features: ['answering'] },
];

function buildClient(): Record<string, Chunk> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const options = ['--config', 'client/vite.config.ts', '--manifest', '--outDir', folder, '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', ...options], { cwd: root, stdio: 'inherit' });
  return JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
}

export function measureBundle(say: (line: string) => void): void {
  const manifest = buildClient();
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0).toFixed(1);
  const fetched = new Set<string>();
  for (const { name, routes, features } of stops) {
    const keys = ['locales/sv/messages', ...features.map((feature) => `features/${feature}/locales/sv`)];
    const entries = [
      'index.html',
      ...routes.map((route) => `src/app/routes/${route}-route.tsx`),
      ...keys.map((key) => `src/${key}.po`),
    ];
    const chunks = reachable(manifest, entries);
    const files = new Set(['index.html', ...chunks.flatMap(({ file, css = [] }) => [file, ...css])]);
    const added = [...files].filter((file) => !fetched.has(file));
    for (const file of files) fetched.add(file);
    say(`${name} opened directly: ${sum(files)} KB gzip (aim: 125 or less); on the way ${sum(added)} KB more`);
  }
  const fonts = reachable(manifest, ['index.html']).flatMap(({ assets = [] }) => assets);
  say(`fonts: ${sum(new Set(fonts.filter((file) => file.endsWith('.woff2'))))} KB (aim: 60 or less)`);
}
