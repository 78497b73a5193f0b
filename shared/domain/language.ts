import * as z from 'zod/mini';

export const languages = ['sv', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const sourceLanguage: Language = 'sv';

const textSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

/** The same statement in every language of the product. */
export const localisedTextSchema = z.strictObject({ sv: textSchema, en: textSchema });
export type LocalisedText = z.infer<typeof localisedTextSchema>;
