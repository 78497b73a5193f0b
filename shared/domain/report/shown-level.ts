import type { Language } from '../language.ts';
import { presentLevel } from '../scoring/present-level.ts';
import type { Range } from '../scoring/score.ts';
import { formatNumber } from '../wording/format-number.ts';

const words = {
  sv: { about: 'ungefär', between: 'mellan', and: 'och', none: 'ingen nivå' },
  en: { about: 'about', between: 'between', and: 'and', none: 'no level' },
} as const;

const presented = (level: number | null, range: Range | null) =>
  level === null ? null : presentLevel(level, range ?? { lowest: level, highest: level });

/** A level on paper: as much of it as its range allows, rounded as on the page. */
export function shownLevel(level: number | null, range: Range | null, language: Language): string {
  const { about, between, and, none } = words[language];
  const shown = presented(level, range);
  if (shown === null) return none;
  switch (shown.kind) {
    case 'exact':
      return formatNumber(shown.level, language, 1);
    case 'about':
      return `${about} ${formatNumber(shown.level, language)}`;
    case 'between':
      return `${between} ${formatNumber(shown.lowest, language, 1)} ${and} ${formatNumber(shown.highest, language, 1)}`;
  }
}
