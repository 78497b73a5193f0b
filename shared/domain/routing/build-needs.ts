import type { DimensionScore } from '../scoring/score.ts';
import type { FactBase } from './fact-base.ts';
import type { Ranking } from './ranking.ts';
import type { Need } from './routing.ts';

/**
 * How much each dimension asks for support: (target - level) x importance x wish x emphasis, in 0-32; null without a
 * score. A level at or above the target leaves no need.
 */
export function buildNeeds(
  scores: readonly DimensionScore[],
  facts: FactBase,
  ranking: Ranking,
  emphasis: ReadonlyMap<string, number>,
): Need[] {
  return scores.map((score) => buildNeed(score, facts, ranking, emphasis.get(score.dimension) ?? 1));
}

function buildNeed(score: DimensionScore, facts: FactBase, ranking: Ranking, emphasis: number): Need {
  const { dimension, status, level, band } = score;
  const importance = facts.importance.get(dimension) ?? null;
  const wish = facts.wish.get(dimension) ?? null;
  const importanceUsed = importance ?? ranking.unansweredImportance;
  const wishFactor = wish === null ? ranking.unansweredWishFactor : wishFactorOf(wish, ranking);
  const { target: targets } = ranking;
  const target = (importance ?? 0) >= targets.fromImportance ? targets.ambitious : targets.default;
  const gap = level === null ? null : Math.max(0, target - level);
  return {
    dimension,
    status,
    level,
    band,
    target,
    gap,
    importance,
    importanceUsed,
    wish,
    wishFactor,
    emphasis,
    need: gap === null ? null : gap * importanceUsed * wishFactor * emphasis,
    isOwnPriority: isOwnPriority(importance, wish, ranking),
    isUncertain: rangeWidth(score) >= ranking.wideRange,
  };
}

const wishFactorOf = (wish: string, ranking: Ranking): number =>
  ranking.wishFactors[wish] ?? ranking.unansweredWishFactor;

const isOwnPriority = (importance: number | null, wish: string | null, { ownPriority }: Ranking): boolean =>
  importance !== null &&
  wish !== null &&
  importance >= ownPriority.importanceAtLeast &&
  ownPriority.wishes.includes(wish);

const rangeWidth = ({ range }: DimensionScore): number => (range === null ? 0 : range.highest - range.lowest);
