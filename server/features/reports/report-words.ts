import type { Language } from '#shared/domain/language.ts';
import { isOfTheFirm, type Report } from '#shared/domain/report/report.ts';
import { declineWords } from '#shared/domain/routing/decline-words.ts';

import { agreementWords } from './agreement-words.ts';
import { dataWords } from './data-words.ts';
import { paperWords } from './paper-words.ts';

/** Words of the files of a result. */
const words = { ...dataWords, ...paperWords, ...agreementWords } as const;

export type ReportWord = keyof typeof words;

export function say(
  word: ReportWord,
  language: Language,
  filling: Readonly<Record<string, string | number>> = {},
): string {
  return words[word][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(filling[name] ?? ''));
}

/** What a file is called: whoever it was taken by is not always the firm. */
export function titleOf({ firm, viewers }: Pick<Report, 'firm' | 'viewers'>, language: Language): string {
  const title = say(isOfTheFirm({ viewers }) ? 'title' : 'titleToOthers', language);
  return `${title}: ${firm.name ?? say('unnamed', language)}`;
}

/** Why the firm has declined, and what it has written of it. */
export function whyDeclined(
  { reason, note }: Pick<NonNullable<Report['choices']>['declined'][number], 'reason' | 'note'>,
  language: Language,
): string {
  const why = declineWords(reason, language);
  return note === '' ? `${why}.` : `${why}: ${note}`;
}

/** What stands where no package does: each of the three has its own cause. */
export function whyNothing({ choices, gaps }: Pick<Report, 'choices' | 'gaps'>): ReportWord {
  if (choices !== null && choices.declined.length > 0) return 'allDeclined';
  return gaps.length > 0 ? 'noPackage' : 'nothingNow';
}
