import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** The pages that open without a network, and the features whose words they need. */
const routes = ['home', 'resume', 'answering', 'item', 'overview', 'review', 'end-visit'];
const features = ['introduction', 'answering', 'kiosk'];

const isKeptModule = new RegExp(
  `client/src/(main[.]tsx|app/routes/(${routes.join('|')})-route[.]tsx|(features/(${features.join('|')})/)?locales/\\w+(/messages)?[.]po)$`,
);

const isChunk = (file: Bundle[string]): file is Chunk => file.type === 'chunk';

/** Everything the chunk needs to run, and itself. */
function withImports(bundle: Bundle, chunk: Chunk, found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next !== undefined && isChunk(next)) withImports(bundle, next, found);
  }
  return found;
}

/** Addresses of the files that the kept pages need: programs, their style sheets, the words, fonts and sign. */
function shellFiles(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter(isChunk);
  const wanted = chunks.filter(({ facadeModuleId }) => isKeptModule.test(facadeModuleId?.replaceAll('\\', '/') ?? ''));
  const needed = new Set(wanted.flatMap((chunk) => [...withImports(bundle, chunk)]));
  const styles = [...needed].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const always = Object.keys(bundle).filter((name) => /[.](woff2|svg)$/.test(name));
  const names = new Set([...[...needed].map(({ fileName }) => fileName), ...styles, ...always]);
  return [...names].sort().map((name) => `/${name}`);
}

const workers = {
  'sw.js': path.resolve(import.meta.dirname, 'worker/service-worker.ts'),
  'no-sw.js': path.resolve(import.meta.dirname, 'worker/no-service-worker.ts'),
};

/** Builds the service worker, and the one that takes it away, and writes into it which files it is to keep. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    buildStart() {
      for (const [fileName, id] of Object.entries(workers)) this.emitFile({ type: 'chunk', id, fileName });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        const page = bundle['index.html'];
        if (worker?.type !== 'chunk' || page?.type !== 'asset') this.error('there is no page to be kept, or no worker');
        if (worker.imports.length > 0) this.error('the service worker has to be one file, in every browser');
        const files = shellFiles(bundle);
        const version = createHash('sha256')
          .update(String(page.source))
          .update(files.join())
          .digest('hex')
          .slice(0, 16);
        worker.code = `const shellVersion=${JSON.stringify(version)},shellFiles=${JSON.stringify(files)};\n${worker.code}`;
      },
    },
  };
}
