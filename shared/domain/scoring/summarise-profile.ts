import { presentLevel } from './present-level.ts';
import type { DimensionScore, ScoreProfile } from './score.ts';

export type ProfileSummary = {
  /** How the digital side stands to the ways of working; null when either has no level. */
  readonly balance: 'digital-ahead' | 'process-ahead' | 'even' | null;
  readonly strongest: DimensionScore | null;
  readonly weakest: DimensionScore | null;
};

/** Half a level is the least difference that means something in words. */
const noticeable = 0.5;

function balanceOf(digital: number | null, process: number | null): ProfileSummary['balance'] {
  if (digital === null || process === null) return null;
  if (Math.abs(digital - process) < noticeable) return 'even';
  return digital > process ? 'digital-ahead' : 'process-ahead';
}

/**
 * What a profile says in words before any number: which of its two halves is ahead, and the highest and lowest
 * dimension. Levels are 0-4; ties go to the dimension asked first. Strongest and weakest are null when fewer than
 * two dimensions have a level that their range allows to be shown, or all stand alike.
 */
export function summariseProfile(scores: ScoreProfile): ProfileSummary {
  const levelOf = (part: 'digital' | 'process') => scores.parts.find((score) => score.part === part)?.level ?? null;
  const ascending = scores.dimensions
    .filter(({ level, range }) => level !== null && presentLevel(level, range)?.kind !== 'between')
    .toSorted((one, other) => (one.level ?? 0) - (other.level ?? 0));
  const [weakest = null] = ascending;
  const strongest = ascending.find(({ level }) => level === ascending.at(-1)?.level) ?? null;
  const isAlike = weakest === null || weakest.level === strongest?.level;
  return {
    balance: balanceOf(levelOf('digital'), levelOf('process')),
    strongest: isAlike ? null : strongest,
    weakest: isAlike ? null : weakest,
  };
}
