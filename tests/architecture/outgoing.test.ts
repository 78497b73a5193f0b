import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clientFolder } from '#server/folders.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every file below the folder, as paths from it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Whatever can open a connection to another machine, or start a program that could. */
const waysOut = [
  /(from |import\()'(node:)?(http|https|http2|net|tls|dgram|dns|child_process)'/,
  /(from |import\()'(nodemailer|openid-client|undici|axios|got|node-fetch|ws|pg)\b/,
  /([^.\w]|globalThis\.)(fetch|new WebSocket)\(/,
];

/** Files of the server and of what it shares that hold one of the patterns in code, not in types. */
function sourcesWith(patterns: readonly RegExp[]): string[] {
  return ['server', 'shared'].flatMap((room) =>
    filesIn(path.join(root, room))
      .filter((file) => /[.](ts|mjs)$/.test(file))
      .map((file) => `${room}/${file}`)
      .filter((file) => {
        const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/import type .*/g, '');
        return patterns.some((pattern) => pattern.test(text));
      }),
  );
}

const ofDatabase = (file: string) => /^server\/platform\/(database|embedded-postgres)\//.test(file);

test('the server reaches out to its database, the mail server, the provider of sign-in and webhooks, and to nothing else', () => {
  expect(sourcesWith(waysOut).filter((file) => !ofDatabase(file))).toEqual([
    'server/audit.ts',
    'server/platform/identity/oidc.ts',
    'server/platform/mail/build-message.ts',
    'server/platform/mail/smtp-transport.ts',
    'server/platform/webhooks/post-webhook.ts',
    // Begins programs of the server's own, which the same list holds for.
    'server/platform/workers/worker-process.ts',
    'server/start.mjs',
  ]);
});

const waysToWrite = [
  /(from |import\()'(node:)?fs(\/promises)?'[\s\S]*\b(writeFile|appendFile|createWriteStream|open|copyFile|rename|mkdir)(Sync)?\(/,
];

test('nothing that people send becomes a file: the server writes its key, and lines of what it has done', () => {
  expect(sourcesWith(waysToWrite).filter((file) => !ofDatabase(file))).toEqual([
    'server/platform/identity/sealing-key.ts',
    'server/platform/json-lines.ts',
  ]);
});

/** What a page fetches by itself: sources, style sheets, fonts, preloads, requests. Links are for people to follow. */
const fetched = [
  /(src|srcset|poster|data|action)\s*=\s*["'`](https?:)?\/\/[^"'`]+/g,
  /<link[^>]+href\s*=\s*["'`](https?:)?\/\/[^"'`]+/g,
  /url\(\s*["']?(https?:)?\/\/[^)]+/g,
  /@import\s+(url\()?["'](https?:)?\/\/[^"']+/g,
  /(fetch|import|sendBeacon|WebSocket|EventSource|Worker|importScripts)\(\s*["'`](https?:|wss?:)?\/\/[^"'`]+/g,
];

test('no page that is built fetches anything from another site', () => {
  if (!existsSync(path.join(clientFolder, 'index.html'))) throw new Error('build the client first: npm run build');
  const texts = filesIn(clientFolder).filter((file) => /[.](html|css|js|svg|json|webmanifest)$/.test(file));
  const found = texts.flatMap((file) => {
    const text = readFileSync(path.join(clientFolder, file), 'utf8');
    return fetched.flatMap((pattern) => [...text.matchAll(pattern)].map(([all]) => `${file}: ${all.slice(0, 120)}`));
  });

  expect(texts.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
