import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clientFolder } from '#server/folders.ts';

export type ClientCopy = {
  readonly folder: string;
  release(): void;
  /** What a server gives out that is told to have no service worker. */
  takeWorkerAway(): void;
  remove(): void;
};

const isText = (file: string) => /[.](js|css|html)$/.test(file);

/** The built client in a folder of its own, where a further release can take its place: every file under another name. */
export function copyClient(): ClientCopy {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mattstock-release-'));
  cpSync(clientFolder, folder, { recursive: true });
  const release = () => {
    const assets = path.join(folder, 'assets');
    const renamed = readdirSync(assets).map((name) => [name, name.replace(/(?=[.]\w+$)/, 'x')] as const);
    const newNames = new Map(renamed);
    const anyName = new RegExp(`(?<![\\w-])(${renamed.map(([name]) => name.replaceAll('.', '[.]')).join('|')})`, 'g');
    const files = [...renamed.map(([name]) => path.join(assets, name)), 'index.html', 'sw.js'].map((file) =>
      path.resolve(folder, file),
    );
    for (const file of files.filter(isText)) {
      const text = readFileSync(file, 'utf8').replaceAll(anyName, (name) => newNames.get(name) ?? name);
      writeFileSync(file, text.replace(/shellVersion="/, 'shellVersion="next'));
    }
    for (const [name, newName] of renamed) renameSync(path.join(assets, name), path.join(assets, newName));
  };
  const takeWorkerAway = () => cpSync(path.join(folder, 'no-sw.js'), path.join(folder, 'sw.js'));
  return { folder, release, takeWorkerAway, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
