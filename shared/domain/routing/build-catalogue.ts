import type { Catalogue } from './catalogue.ts';
import { catalogueSchema } from './catalogue.ts';

export type CatalogueIssue = { readonly code: string; readonly path: string; readonly detail: string };
export type CatalogueFile = { readonly file: string; readonly document: unknown };
export type BuiltCatalogue = { readonly catalogue: Catalogue | undefined; readonly issues: readonly CatalogueIssue[] };

/**
 * Puts the catalogue together from its files, each of which holds some of its keys: lists are joined in the order of
 * the files' names, a key that is no list may stand in one file only. Without a catalogue the issues say why.
 */
export function buildCatalogue(files: readonly CatalogueFile[]): BuiltCatalogue {
  const merged: Record<string, unknown> = {};
  const issues: CatalogueIssue[] = [];
  for (const { file, document } of files.toSorted((one, other) => (one.file < other.file ? -1 : 1))) {
    if (!isRecord(document)) {
      issues.push({ code: 'not-a-mapping', path: file, detail: 'the file must hold keys of the catalogue' });
      continue;
    }
    for (const [key, value] of Object.entries(document)) {
      const earlier = merged[key];
      if (earlier === undefined) merged[key] = value;
      else if (Array.isArray(earlier) && Array.isArray(value)) merged[key] = [...earlier, ...value];
      else
        issues.push({ code: 'key-given-twice', path: `${file}: ${key}`, detail: 'only lists may be split over files' });
    }
  }
  return issues.length > 0 ? { catalogue: undefined, issues } : checkShape(merged);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkShape(merged: Record<string, unknown>): BuiltCatalogue {
  const parsed = catalogueSchema.safeParse(merged);
  if (parsed.success) return { catalogue: parsed.data, issues: [] };
  const issues = parsed.error.issues.map(({ path, code, message }) => ({
    code: `schema-${code.replaceAll('_', '-')}`,
    path: describePath(path, merged),
    detail: message,
  }));
  return { catalogue: undefined, issues };
}

/** List elements are named by their code, since nobody counts packages. */
function describePath(path: readonly PropertyKey[], root: unknown): string {
  let current: unknown = root;
  return path
    .map((key) => {
      current = stepInto(current, key);
      return isRecord(current) && typeof key === 'number' ? nameOf(current, key) : String(key);
    })
    .join('.');
}

const stepInto = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function nameOf(element: Record<string, unknown>, index: number): string {
  const name = element['code'] ?? element['id'] ?? element['branch'];
  return typeof name === 'string' ? name : String(index);
}
