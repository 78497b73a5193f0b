import type { Language } from '../language.ts';

const months = {
  sv: [
    ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
    ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
} as const satisfies Record<Language, readonly string[]>;

/** `2026-12-21` as it is said: 21 december 2026. */
export function civilDayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = months[language][(month ?? 0) - 1];
  return name === undefined ? day : `${date} ${name} ${year}`;
}
