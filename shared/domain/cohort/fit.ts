import { answerWithinWeekdays } from '../referral/answer-target.ts';
import type { Need } from '../routing/routing.ts';
import type { FitParts } from './problem.ts';

/** What routing said of a package for a firm: its place among the suggestions, or that it stood behind them. */
export type PackageRank = 1 | 2 | 3 | 'considered';

const rankingPoints: Readonly<Record<PackageRank, number>> = { 1: 40, 2: 30, 3: 20, considered: 10 };

/** Of 100: ranking 40, and level, importance and wish 20 each. A proposal. */
const partOf = (share: number): number => Math.round(20 * Math.min(1, Math.max(0, share)));

/**
 * How well a package fits a firm. The need is the largest of those that the package meets; without one, as where the
 * firm is to give and not to receive, only the ranking counts.
 */
export function fitPartsOf(rank: PackageRank, need: Need | undefined): FitParts {
  if (need === undefined) return { ranking: rankingPoints[rank], level: 0, importance: 0, wish: 0 };
  return {
    ranking: rankingPoints[rank],
    level: partOf((need.gap ?? 0) / 4),
    importance: partOf(need.importanceUsed / 4),
    wish: partOf(need.wishFactor),
  };
}

export const fitOf = ({ ranking, level, importance, wish }: FitParts): number => ranking + level + importance + wish;

/** What having asked is worth by itself; the rest comes with the days. A proposal. */
export const pointsForAsking = 20;
/** Whoever should have been answered has waited in full; weekends are not counted out, so it may be so before. */
export const daysOfFullWait = answerWithinWeekdays;

/**
 * Whoever has asked, or stands on a waiting list, counts for that at once, and in full when the request should have been
 * answered.
 */
export function waitingPoints(days: number | null): number {
  if (days === null) return 0;
  return pointsForAsking + Math.floor(((100 - pointsForAsking) * Math.min(days, daysOfFullWait)) / daysOfFullWait);
}
