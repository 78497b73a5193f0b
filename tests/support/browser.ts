import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const cache = path.resolve(import.meta.dirname, '../../.cache/browser');
const quiet = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

type Executable = { readonly path: string; readonly env: NodeJS.ProcessEnv };

/** Without a configuration of its own the shipped one finds no font, and pages have no visible text. */
function fontsConfiguration(): string {
  const file = path.join(cache, 'fonts.conf');
  const folders = [path.join(cache, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('');
  const cacheFolder = `<cachedir>${path.join(cache, 'font-cache')}</cachedir>`;
  const declaration = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(file, `${declaration}<fontconfig>${folders}${cacheFolder}</fontconfig>`);
  return file;
}

/** The Chromium inside the npm package: x86-64 Linux, and no package of the system needed. */
async function fromPackage(): Promise<Executable> {
  // What was broken off while it was being unpacked is taken for whole by the package.
  const isWhole = path.join(cache, 'whole');
  if (!existsSync(isWhole)) rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  // The package unpacks into the temporary folder it sees when it is first imported.
  process.env.TMPDIR = cache;
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const executable = await packaged.executablePath();
  await inflate(path.resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  writeFileSync(isWhole, '');
  return {
    path: executable,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(cache, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontsConfiguration(),
    },
  };
}

async function findExecutable(): Promise<Executable> {
  const found = [process.env.CHROMIUM_PATH ?? '', ...installed].find((candidate) => existsSync(candidate));
  if (process.platform === 'linux' && process.arch === 'x64') return fromPackage();
  if (found !== undefined) return { path: found, env: process.env };
  throw new Error('no browser found for the browser tests: install Chrome or Chromium, or name one in CHROMIUM_PATH');
}

export async function openBrowser(): Promise<Browser> {
  const executable = await findExecutable();
  const env = Object.fromEntries(
    Object.entries(executable.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return chromium.launch({ executablePath: executable.path, args: quiet, env, chromiumSandbox: false });
}
