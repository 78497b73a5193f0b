import type { Language } from '#shared/domain/language.ts';

const timeZone = 'Europe/Stockholm';
const dayOf: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' }),
};
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });

/** A time of day as it is where the readers are. */
export function timeInWords(moment: Date, language: Language): string {
  const time = clock.format(moment);
  return language === 'sv' ? `kl. ${time.replace(':', '.')}` : `${time} (Swedish time)`;
}

export function dayInWords(moment: Date, language: Language): string {
  return dayOf[language].format(moment);
}

export function momentInWords(moment: Date, language: Language): string {
  const day = dayInWords(moment, language);
  const time = timeInWords(moment, language);
  return language === 'sv' ? `den ${day} ${time}` : `${day} at ${time}`;
}
