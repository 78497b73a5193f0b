import { canonicalJson } from '../canonical-json.ts';
import type { Structure } from '../instrument/definition.ts';
import { itemCodesOfForm } from '../instrument/index-structure.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';

/** What some form asks about: of the rest nothing is ever known, and no rule that rests on it fires. */
function askedPart(structure: Structure): Structure {
  const { forms, scoring } = structure;
  const items = new Set(forms.flatMap(({ code }) => itemCodesOfForm(structure, code)));
  const sections = new Set(forms.flatMap((form) => form.sections.map(({ code }) => code)));
  return {
    ...structure,
    items: structure.items.filter(({ code }) => items.has(code)),
    dimensions: structure.dimensions.filter(({ code }) => sections.has(code)),
    scoring: { ...scoring, gaps: scoring.gaps.filter(({ from, to }) => items.has(from) && items.has(to)) },
  };
}

/**
 * What keeps the catalogue from being used with the later structure and did not with the earlier one, each once: items,
 * dimensions, bands, gaps and wishes that it names and that have gone or are no longer asked about, and new ones that
 * nothing is offered for. What was amiss before is not the later structure's doing.
 */
export function checkStructureChange(catalogue: Catalogue, before: Structure, after: Structure): CatalogueIssue[] {
  const known = new Set(checkCatalogue(catalogue, askedPart(before)).map(canonicalJson));
  const found = new Map(checkCatalogue(catalogue, askedPart(after)).map((issue) => [canonicalJson(issue), issue]));
  return [...found].filter(([key]) => !known.has(key)).map(([, issue]) => issue);
}
