import type { PackageEditor } from './package-rights.ts';

type Given = { readonly providers: readonly string[] };

/** Codes of those who give the package, before the change or by it, besides whoever makes the change. */
export function otherGivers(before: Given | undefined, after: Given, editor: PackageEditor): string[] {
  const own = editor.kind === 'provider' ? editor.code : undefined;
  return [...new Set([...(before?.providers ?? []), ...after.providers])].filter((code) => code !== own);
}
