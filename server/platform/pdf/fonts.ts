import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The typefaces of the pages, as files that a PDF can hold. */
const files = {
  text: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff',
  strong: '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff',
  heading: '@fontsource/familjen-grotesk/files/familjen-grotesk-latin-700-normal.woff',
} as const;
export type FontName = keyof typeof files;
export const fontNames = Object.keys(files) as readonly FontName[];

const loaded = new Map<FontName, Buffer>();

export function loadFont(name: FontName): Buffer {
  const bytes = loaded.get(name) ?? readFileSync(require.resolve(files[name]));
  loaded.set(name, bytes);
  return bytes;
}
