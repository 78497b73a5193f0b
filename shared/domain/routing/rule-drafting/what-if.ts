import type { DisclosureRules } from '../../benchmark/rules.ts';
import type { CountRules } from '../compare-routings.ts';

/** How it stands with the counting of what a draft would change. */
export const whatIfStatuses = ['waiting', 'running', 'done', 'failed', 'stopped'] as const;

/** Of the site in a day, in Swedish time: each count more is one more that can be laid beside the others. */
export const mostWhatIfsPerDay = 10;

/** Counts are told as those of a release are, though only editors read them. */
export const countRulesOf = ({ fewestFirms, fewestOutside, roundTo }: DisclosureRules): CountRules => ({
  fewest: fewestFirms,
  fewestOutside,
  step: roundTo,
});
