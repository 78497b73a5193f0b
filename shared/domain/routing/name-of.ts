import type { LocalisedText } from '../language.ts';

type Named = { readonly code: string; readonly name: LocalisedText };

/** What the code is called; a code that the list lacks shows as itself, never as an empty place. */
export function nameOf(list: readonly Named[], code: string): LocalisedText {
  return list.find((entry) => entry.code === code)?.name ?? { sv: code, en: code };
}
