import { presentLevel } from './present-level.ts';
import type { DimensionScore, ScoreProfile } from './score.ts';

export type ProfileSummary = {
  /** How the digital side stands to the ways of working; null when either has no level. */
  readonly balance: 'digital-ahead' | 'process-ahead' | 'even' | null;
  /** All that have the highest level, in the order of the form. */
  readonly strongest: readonly DimensionScore[];
  readonly weakest: readonly DimensionScore[];
};

/** Half a level is the least difference that means something in words. */
const noticeable = 0.5;

function balanceOf(digital: number | null, process: number | null): ProfileSummary['balance'] {
  if (digital === null || process === null) return null;
  if (Math.abs(digital - process) < noticeable) return 'even';
  return digital > process ? 'digital-ahead' : 'process-ahead';
}

/** A level as it is read, without the decimals that nobody sees; null when only its ends are shown. */
function levelAsRead({ level, range }: DimensionScore): number | null {
  const shown = presentLevel(level, range);
  return shown === null || shown.kind === 'between' ? null : Number(shown.level.toFixed(shown.decimals));
}

/**
 * What a profile says in words before any number: which of its two halves is ahead, and the highest and lowest
 * dimensions. Levels are 0-4, and those that read the same stand alike. Strongest and weakest are empty when fewer than
 * two dimensions have a level that their range allows to be shown, or all stand alike.
 */
export function summariseProfile(scores: ScoreProfile): ProfileSummary {
  const levelOf = (part: 'digital' | 'process') => scores.parts.find((score) => score.part === part)?.level ?? null;
  const shown = scores.dimensions.flatMap((score) => {
    const level = levelAsRead(score);
    return level === null ? [] : [{ score, level }];
  });
  const levels = shown.map(({ level }) => level);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const at = (end: number) =>
    lowest === highest ? [] : shown.filter(({ level }) => level === end).map(({ score }) => score);
  return {
    balance: balanceOf(levelOf('digital'), levelOf('process')),
    strongest: at(highest),
    weakest: at(lowest),
  };
}
