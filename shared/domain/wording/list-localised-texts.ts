import { languages } from '../language.ts';

/** Something that has words in at least one language, and where it stands; its words are not checked. */
export type FoundText = { readonly path: string; readonly words: Readonly<Record<string, unknown>> };

const names = ['code', 'id', 'branch', 'dimension', 'provider', 'version'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Elements are named by what identifies them, since nobody counts packages. */
function nameOf(element: unknown, index: number): string {
  const found = isRecord(element)
    ? names.map((key) => element[key]).find((name) => typeof name === 'string')
    : undefined;
  return String(found ?? index);
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/**
 * Every text in Swedish and English at or below a value, in its order: whatever has `sv` or `en`. The path names list
 * elements by their code where they have one. A value without texts gives none.
 */
export function listLocalisedTexts(value: unknown, path = ''): FoundText[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => listLocalisedTexts(element, under(path, nameOf(element, index))));
  }
  if (!isRecord(value)) return [];
  if (languages.some((language) => language in value)) return [{ path, words: value }];
  return Object.entries(value).flatMap(([key, each]) => listLocalisedTexts(each, under(path, key)));
}
