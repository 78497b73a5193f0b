import { languages } from '../language.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue } from './catalogue-issue.ts';
import type { KnownCodes } from './known-codes.ts';
import { listRequiredTexts } from './required-texts.ts';

/** Texts that reasons need and that are missing, or that do not say what they are given to say. */
export function checkTexts({ texts }: Catalogue, known: KnownCodes): CatalogueIssue[] {
  return listRequiredTexts(known).flatMap(({ key, placeholders }) => {
    const path = `texts/${key}`;
    const found = texts[key];
    if (found === undefined) return [catalogueIssue('missing-text', path, 'there is no text with this key')];
    const wanted = [...placeholders].sort().join(', ');
    return languages
      .filter((language) => placeholdersOf(found[language]) !== wanted)
      .map((language) =>
        catalogueIssue('wrong-placeholders', `${path}/${language}`, `the placeholders must be: ${wanted || 'none'}`),
      );
  });
}

const placeholdersOf = (template: string): string => {
  const names = [...template.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort().join(', ');
};
