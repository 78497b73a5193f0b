import type { Language } from '#shared/domain/language.ts';

/** Each language as those call it who speak it. */
export const languageNames: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' };
