import type { CatalogueIssue } from './build-catalogue.ts';

export const catalogueIssue = (code: string, path: string, detail: string): CatalogueIssue => ({ code, path, detail });

/** An issue for every tag that no package has. */
export function unusedTags(path: string, named: readonly string[], used: ReadonlySet<string>): CatalogueIssue[] {
  return named
    .filter((tag) => !used.has(tag))
    .map((tag) => catalogueIssue('unused-tag', path, `no package has the tag ${tag}`));
}

/** An issue `unknown-<kind>` for every named code that does not exist. */
export function unknownCodes(
  kind: string,
  path: string,
  named: readonly string[],
  existing: ReadonlySet<string>,
): CatalogueIssue[] {
  return named
    .filter((code) => !existing.has(code))
    .map((code) => catalogueIssue(`unknown-${kind}`, path, `there is no ${kind} ${code}`));
}
