import type { Language } from '#shared/domain/language.ts';
import { formatNumber, localeOf } from '#shared/domain/wording/format-number.ts';

export { formatNumber };

/** As many decimals as Intl writes; a number has no more digits than that. */
const mostDecimals = 20;

/** A figure of somebody else, with the decimals that it has. */
export function formatExact(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: mostDecimals }).format(value);
}

/** A level 0-4, always with one decimal: "2,4". */
export function formatLevel(level: number, language: Language): string {
  return formatNumber(level, language, 1);
}

/** Points of a score: whole ones without decimals, the rest with two. */
export function formatPoints(points: number, language: Language): string {
  return formatNumber(points, language, Number.isInteger(points) ? 0 : 2);
}

/** A share 0-1 in whole per cent. */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(share);
}

/** Days and times are those of Sweden wherever the reader is: by them the server ends links, answers and deadlines. */
const timeZone = 'Europe/Stockholm';
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

export function formatDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, dateStyle: 'long' }).format(date);
}

/** The day it is in Sweden at that moment, as `2026-11-26`. */
export function swedishDay(date: Date): string {
  return isoDay.format(date);
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day of the calendar, given as `2026-11-26`. */
export function formatDay(day: string, language: Language): string {
  return formatDate(noonOf(day), language);
}

/** The same without the year, the month in short. */
export function formatShortDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, day: 'numeric', month: 'short' }).format(noonOf(day));
}

/** Somebody's own words, in the marks of the language they stand in: ”…” in Swedish, “…” in English. */
export function formatQuote(words: string, language: Language): string {
  return language === 'sv' ? `”${words}”` : `“${words}”`;
}

/** The month of a day, with its year. */
export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, month: 'long', year: 'numeric' }).format(noonOf(day));
}

/** The time of day with minutes: "14.32" in Swedish, "14:32" in English. */
export function formatTime(date: Date, language: Language): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat(localeOf[language], options).formatToParts(date);
  return parts.map((part) => (part.type === 'literal' && language === 'sv' ? '.' : part.value)).join('');
}

/** Reads what a person typed as a number, with comma or point and any spaces; undefined when it is not one. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').replace('−', '-').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The number for NumberField to begin with: decimals as the language writes them, nothing between thousands. */
export function typedNumber(value: number, language: Language): string {
  const plain = String(value);
  return language === 'sv' ? plain.replace('.', ',') : plain;
}

/** What a person typed, for a schema to judge: NaN when it is no number. */
export function numberOf(text: string): number {
  return parseNumber(text) ?? Number.NaN;
}
