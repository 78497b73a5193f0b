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

const features = ['introduction', 'start', 'answering'];

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

/** What a browser fetches to answer the first question, in KB (1000 bytes, gzip -9). */
export function measureBundle(): { code: number; fonts: number; parts: Record<string, number> } {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const build = [
    vite,
    'build',
    '--config',
    'client/vite.config.ts',
    '--manifest',
    '--outDir',
    folder,
    '--logLevel',
    'error',
  ];
  execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const routes = ['home', 'start', 'answering', 'item'].map((name) => `src/app/routes/${name}-route.tsx`);
  const catalogues = ['locales/sv/messages', ...features.map((name) => `features/${name}/locales/sv`)];
  const chunks = reachable(manifest, ['index.html', ...routes, ...catalogues.map((name) => `src/${name}.po`)]);
  const files = new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]));
  const fonts = new Set(chunks.flatMap(({ assets = [] }) => assets.filter((asset) => asset.endsWith('.woff2'))));
  const sum = (list: Iterable<string>) => [...list].reduce((total, file) => total + sizeOf(file), 0);
  const ofKind = (ending: string) => sum([...files].filter((file) => file.endsWith(ending)));
  const parts = { html: sizeOf('index.html'), js: ofKind('.js'), css: ofKind('.css') };
  return { code: parts.html + parts.js + parts.css, fonts: sum(fonts), parts };
}
