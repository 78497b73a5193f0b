import { keyedTextsOf } from '../compile-definition.ts';
import type { Draft } from './draft.ts';
import { replaceTexts } from './replace-texts.ts';
import { trackTranslations } from './track-translations.ts';

/** One row of a translation sheet: a text by its key, as it stands or as somebody translated it. */
export type TranslationRow = { readonly key: string; readonly sv: string; readonly en: string };

export type SheetRow = TranslationRow & {
  /** The Swedish that the English translates, when the Swedish has changed since; null when it is current. */
  readonly translatedFrom: string | null;
};

/** Every text of the draft as rows of a sheet for a translator, in the order of the instrument. */
export function translationSheet({ sources, translatedFrom }: Draft): SheetRow[] {
  return [...keyedTextsOf(sources)].map(([key, { sv, en }]) => ({
    key,
    sv,
    en,
    translatedFrom: translatedFrom[key] ?? null,
  }));
}

export type SheetOutcome = {
  readonly draft: Draft;
  /** Keys whose English is now another. */
  readonly changed: readonly string[];
  /** Keys that the draft does not have. */
  readonly unknown: readonly string[];
  /** Keys whose Swedish is no longer what the translator saw; their English is left alone. */
  readonly outdated: readonly string[];
};

/**
 * Takes the English of a sheet into the draft, row by row: only where the Swedish beside it is the draft's own.
 * A sheet that comes back as it went out changes nothing.
 */
export function applyTranslations(draft: Draft, rows: readonly TranslationRow[]): SheetOutcome {
  const before = keyedTextsOf(draft.sources);
  const known = rows.filter(({ key }) => before.has(key));
  const current = known.filter(({ key, sv }) => before.get(key)?.sv === sv);
  const english = new Map(
    current.filter(({ key, en }) => en !== '' && before.get(key)?.en !== en).map(({ key, en }) => [key, en]),
  );
  const sources = replaceTexts(draft.sources, (key, text) => ({ sv: text.sv, en: english.get(key) ?? text.en }));
  const isReworded = (code: string) => [...english.keys()].some((key) => key.startsWith(`${code}.`));
  return {
    draft: {
      ...draft,
      sources,
      translatedFrom: trackTranslations(before, keyedTextsOf(sources), draft.translatedFrom),
      meanings: Object.fromEntries(Object.entries(draft.meanings).filter(([code]) => !isReworded(code))),
    },
    changed: [...english.keys()],
    unknown: rows.filter(({ key }) => !before.has(key)).map(({ key }) => key),
    outdated: known.filter((row) => !current.includes(row)).map(({ key }) => key),
  };
}
