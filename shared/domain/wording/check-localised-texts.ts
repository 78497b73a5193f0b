import { type ForbiddenKind, forbiddenWords } from '../instrument/wording/wording-rules.ts';
import { type Language, languages } from '../language.ts';
import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import { isCopied } from './is-copied.ts';
import { type FoundText, listLocalisedTexts } from './list-localised-texts.ts';

export type TextRules = {
  /** Names and official terms that are the same in both languages. */
  readonly sameInBoth: ReadonlySet<string>;
  /** Which kinds of words are kept out. */
  readonly forbidden: ReadonlySet<ForbiddenKind>;
};

/**
 * What is wrong with texts outside the instrument, at or below any value: `text-missing` in a language (or blank),
 * `unknown-language`, `text-copied` from the Swedish, `forbidden-word`. Empty when there is nothing to remark on.
 */
export function checkLocalisedTexts(value: unknown, rules: TextRules): CatalogueIssue[] {
  return listLocalisedTexts(value).flatMap((found) => [
    ...checkLanguages(found),
    ...checkCopy(found, rules.sameInBoth),
    ...languages.flatMap((language) => checkWords(found, language, rules.forbidden)),
  ]);
}

function textIn({ words }: FoundText, language: Language): string {
  const text = words[language];
  return typeof text === 'string' ? text.trim() : '';
}

function checkLanguages(found: FoundText): CatalogueIssue[] {
  const { path, words } = found;
  const known: readonly string[] = languages;
  return [
    ...languages
      .filter((language) => textIn(found, language) === '')
      .map((language) => ({ code: 'text-missing', path, detail: `there is no text in ${language}` })),
    ...Object.keys(words)
      .filter((key) => !known.includes(key))
      .map((key) => ({ code: 'unknown-language', path, detail: `${key} is no language of the product` })),
  ];
}

function checkCopy(found: FoundText, sameInBoth: ReadonlySet<string>): CatalogueIssue[] {
  const [sv, en] = [textIn(found, 'sv'), textIn(found, 'en')];
  if (!isCopied(sv, en) || sameInBoth.has(sv)) return [];
  return [{ code: 'text-copied', path: found.path, detail: `the English is a copy of the Swedish: ${sv}` }];
}

function checkWords(found: FoundText, language: Language, kinds: ReadonlySet<ForbiddenKind>): CatalogueIssue[] {
  const text = textIn(found, language);
  return forbiddenWords[language]
    .filter(({ kind }) => kinds.has(kind))
    .flatMap(({ pattern, reason }) => {
      const word = pattern.exec(text)?.[0];
      if (word === undefined) return [];
      return [{ code: 'forbidden-word', path: found.path, detail: `"${word}" in ${language}: ${reason}` }];
    });
}
