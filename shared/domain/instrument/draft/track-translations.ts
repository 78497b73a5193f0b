import type { LocalisedText } from '../../language.ts';

type KeyedTexts = ReadonlyMap<string, LocalisedText>;
type TranslatedFrom = Readonly<Record<string, string>>;

/** What a stale pair was translated from, when the very same pair now stands at another key: one up a list, say. */
function sourceOfMoved(text: LocalisedText, before: KeyedTexts, translatedFrom: TranslatedFrom): string | undefined {
  const place = Object.keys(translatedFrom).find((key) => {
    const old = before.get(key);
    return old?.sv === text.sv && old.en === text.en;
  });
  return place === undefined ? undefined : translatedFrom[place];
}

/**
 * Which translations have been left behind, and by which Swedish, after some texts have changed. A translation is
 * stale when its Swedish changed and it did not; it is current again when it is changed, or when the Swedish
 * becomes what was translated. Of texts that have gone nothing is said; one that moves to another key stays as stale.
 */
export function trackTranslations(
  before: KeyedTexts,
  after: KeyedTexts,
  translatedFrom: TranslatedFrom,
): Record<string, string> {
  return Object.fromEntries(
    [...after].flatMap(([key, text]) => {
      const old = before.get(key);
      // New words arrive in both languages at once, and new English is a translation of the Swedish beside it.
      const isKept = old?.en === text.en;
      const source = isKept ? (translatedFrom[key] ?? old.sv) : sourceOfMoved(text, before, translatedFrom);
      return source === undefined || source === text.sv ? [] : [[key, source]];
    }),
  );
}

/**
 * Texts that stood before and have gone, each English with the Swedish that it translates. Given among what stood
 * before a later change, they keep an old English from coming back beside new Swedish as if it were current.
 */
export function listRemoved(
  before: KeyedTexts,
  after: KeyedTexts,
  translatedFrom: TranslatedFrom,
): Record<string, LocalisedText> {
  const gone = [...before].filter(([key]) => !after.has(key));
  return Object.fromEntries(gone.map(([key, { sv, en }]) => [key, { sv: translatedFrom[key] ?? sv, en }]));
}
