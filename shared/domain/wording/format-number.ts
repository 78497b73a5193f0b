import type { Language } from '../language.ts';

/** British English, because its dates and quotation marks are the ones Swedish readers of English meet. */
export const localeOf: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** A number as the language writes it (decimal comma, non-breaking thousands) with a fixed count of decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}
