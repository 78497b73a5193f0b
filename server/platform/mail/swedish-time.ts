import { addDays } from '#shared/domain/edition/civil-day.ts';
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

const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' });
const weekdayOf = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
const dateOf = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

const hourMs = 3_600_000;
const dayBegins = 7;
const dayEnds = 21;
const morningEnds = 12;

/** When nobody is written to about work: from 21 to 7 where the readers are. */
export function isNight(moment: Date): boolean {
  const hour = Number(hourOf.format(moment));
  return hour < dayBegins || hour >= dayEnds;
}

/** From 21 on, until the day is over: what waits for the day goes on the next one. */
export const hasDayEnded = (moment: Date): boolean => Number(hourOf.format(moment)) >= dayEnds;

/** When those mails may go on a day, where the readers are. */
function morningOf(day: string): Date {
  // An hour ahead of UTC in winter, two in summer.
  const inWinter = new Date(Date.parse(`${day}T00:00:00.000Z`) + (dayBegins - 1) * hourMs);
  return Number(hourOf.format(inWinter)) === dayBegins ? inWinter : new Date(inWinter.getTime() - hourMs);
}

/** From when on mail about work goes that is not to go before the day: the moment itself by day, and otherwise a morning. */
export function nextDaytime(moment: Date, notBefore: string): Date {
  const today = swedishDate(moment);
  if (notBefore > today) return morningOf(notBefore);
  if (!isNight(moment)) return moment;
  return morningOf(hasDayEnded(moment) ? addDays(today, 1) : today);
}

/** From 7 to 12, Monday to Friday; a public holiday is as any other day. */
export function isWeekdayMorning(moment: Date): boolean {
  const isWeekday = !['Sat', 'Sun'].includes(weekdayOf.format(moment));
  return isWeekday && !isNight(moment) && Number(hourOf.format(moment)) < morningEnds;
}

/** The day it is where the readers are, as `2026-11-02`. */
export function swedishDate(moment: Date): string {
  return dateOf.format(moment);
}

/** The last moment of the day so many days later, where the readers are. */
export function endOfSwedishDay(moment: Date, days: number): Date {
  const day = addDays(swedishDate(moment), days);
  // An hour ahead of UTC in winter, two in summer.
  const inWinter = Date.parse(`${addDays(day, 1)}T00:00:00.000Z`) - hourMs - 1;
  return new Date(swedishDate(new Date(inWinter)) === day ? inWinter : inWinter - hourMs);
}
