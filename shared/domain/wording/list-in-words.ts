import type { Language } from '../language.ts';
import { localeOf } from './format-number.ts';

/** "A, B and C" in the language. Empty for none. */
export function listInWords(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf[language]).format(parts);
}
