import type { Language } from '#shared/domain/language.ts';
import { formatMonth } from '../../lib/format.ts';

/** From the first day of a month to before the first day of another. */
export type Period = { readonly from: string; readonly until: string };

export const quickPeriods = ['half-year', 'quarter', 'year'] as const;
export type QuickPeriod = (typeof quickPeriods)[number];

const monthsIn: Readonly<Record<QuickPeriod, number>> = { 'half-year': 6, quarter: 3, year: 12 };

/** How far back one may choose. */
const monthsBack = 60;

/** Months since the year 0: they can be counted with. */
const numberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthOf = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
const firstDayOf = (number: number): string => `${monthOf(number)}-01`;

/** The last that has ended before the day that has not. */
export function lastClosed(kind: QuickPeriod, today: string): Period {
  const months = monthsIn[kind];
  const end = Math.floor(numberOf(today) / months) * months;
  return { from: firstDayOf(end - months), until: firstDayOf(end) };
}

/** Months that have ended, the newest first: `2026-10`. */
export function closedMonths(today: string): string[] {
  const current = numberOf(today);
  return Array.from({ length: monthsBack }, (_, index) => monthOf(current - 1 - index));
}

/** Without its year. */
export const monthName = (month: string, language: Language): string =>
  formatMonth(`${month}-01`, language).replace(/\s*\d{4}$/, '');

/** Whole months, both of them counted. */
export function periodOfMonths(first: string, last: string): Period {
  return { from: `${first}-01`, until: firstDayOf(numberOf(last) + 1) };
}

export function monthsOf({ from, until }: Period): { first: string; last: string } {
  return { first: from.slice(0, 7), last: monthOf(numberOf(until) - 1) };
}
