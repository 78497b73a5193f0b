import type { LocalisedText } from '../language.ts';
import { versionNumber } from '../version-number.ts';

/** Who counts a firm that agrees to the statistics: the three regions together, and whoever looks after the rules. */
export const statisticsReceivers = ['regions', 'coordination'] as const;
export type StatisticsReceiver = (typeof statisticsReceivers)[number];

/** From this version of the wording on, the coordination counts what is suggested to the firm and what it makes of it. */
const firstNamingCoordination = 3;

/** Who counts by a wording of the consent to the statistics. */
export function receiversOfStatistics(wordingVersion: string): readonly StatisticsReceiver[] {
  return Number(versionNumber(wordingVersion)) < firstNamingCoordination ? ['regions'] : statisticsReceivers;
}

/** Whether the coordination counts by it too. */
export const isCountedByCoordination = (wordingVersion: string): boolean =>
  receiversOfStatistics(wordingVersion).includes('coordination');

const regions = {
  sv: 'Region Värmland, Region Dalarna och Region Gävleborg',
  en: 'Region Värmland, Region Dalarna and Region Gävleborg',
};
const withCoordination = {
  sv: `${regions.sv}, och Måttstocks samordning`,
  en: `${regions.en}, and the coordination of Måttstock`,
};

/** What they are called together where a firm sees whom it has let in. */
export function nameStatisticsReceivers(wordingVersion: string): LocalisedText {
  return isCountedByCoordination(wordingVersion) ? withCoordination : regions;
}
