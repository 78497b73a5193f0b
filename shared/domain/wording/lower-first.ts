import type { Language } from '../language.ts';

/** A name as it stands within a sentence. */
export const lowerFirst = (text: string, language: Language): string =>
  text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
