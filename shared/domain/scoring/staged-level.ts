import type { StagedLevelRule } from '../instrument/definition.ts';
import type { DimensionScore, ItemContribution, StagedLevelResult } from './score.ts';

type Stage = StagedLevelRule['stages'][number];
type Practice = Stage['requires'][number];
type Standing = ReadonlyMap<string, ItemContribution>;

/** A practice that is not asked of the firm, or not relevant to it, holds nobody back. */
function isNeutral(contribution: ItemContribution | undefined): boolean {
  return contribution === undefined || contribution.state === 'not-applicable' || contribution.state === 'off-path';
}

function isMet({ item, atLeast }: Practice, standing: Standing, ifUnknown: boolean): boolean {
  const contribution = standing.get(item);
  if (contribution === undefined || isNeutral(contribution)) return true;
  return contribution.points === null ? ifUnknown : contribution.points >= atLeast;
}

function highestReached(stages: readonly Stage[], standing: Standing, ifUnknown: boolean): number | null {
  let reached: number | null = null;
  for (const { stage, requires } of stages) {
    if (!requires.every((practice) => isMet(practice, standing, ifUnknown))) break;
    reached = stage;
  }
  return reached;
}

function shortfall({ atLeast, points }: StagedLevelResult['blockedBy'][number]): number {
  return atLeast - (points ?? 0);
}

function blockersOf(stage: Stage | undefined, standing: Standing): StagedLevelResult['blockedBy'] {
  return (stage?.requires ?? [])
    .filter((practice) => !isMet(practice, standing, false))
    .map(({ item, atLeast }) => ({ item, atLeast, points: standing.get(item)?.points ?? null }))
    .sort((a, b) => shortfall(b) - shortfall(a));
}

/**
 * The highest stage whose requirements and those of every stage below all hold. What is not known does not hold;
 * `highestPossibleStage` says where the firm would stand if it did. Null when nothing of the part was answered.
 * (Staged representation as in CMMI and PEMM: a stage is gated by its weakest practice.)
 */
export function scoreStagedLevel(rule: StagedLevelRule, dimensions: readonly DimensionScore[]): StagedLevelResult {
  const contributions = dimensions.filter(({ part }) => part === rule.part).flatMap(({ items }) => items);
  const standing: Standing = new Map(contributions.map((contribution) => [contribution.item, contribution]));
  const base = { code: rule.code, part: rule.part };
  if (!contributions.some(({ state }) => state === 'answered')) {
    return { ...base, stage: null, highestPossibleStage: null, nextStage: null, blockedBy: [] };
  }
  const stage = highestReached(rule.stages, standing, false);
  const next = rule.stages.find((candidate) => stage === null || candidate.stage > stage);
  return {
    ...base,
    stage,
    highestPossibleStage: highestReached(rule.stages, standing, true),
    nextStage: next?.stage ?? null,
    blockedBy: blockersOf(next, standing),
  };
}
