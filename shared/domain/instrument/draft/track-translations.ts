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
 * becomes what was translated. Texts that have gone are forgotten; one that moves to another key stays as stale.
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
