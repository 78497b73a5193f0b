import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { GapRule, Structure } from '../instrument/definition.ts';
import { parts } from '../instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '../instrument/index-structure.ts';
import { answersOnPath } from '../instrument/path.ts';
import { itemPoints } from './item-points.ts';
import type { GapResult, ScoreProfile } from './score.ts';
import { scoreDimension } from './score-dimension.ts';
import { scorePart } from './score-part.ts';
import { scoreStagedLevel } from './staged-level.ts';

/** Steps by which one context item is ahead of another, negative when behind. Null when either is unknown. */
function scoreGap(rule: GapRule, structure: Structure, answers: Answers): GapResult {
  const { items } = indexStructure(structure);
  const pointsOf = (code: string) => {
    const item = items.get(code);
    return item === undefined ? null : itemPoints(item, answers, structure.scoring);
  };
  const from = pointsOf(rule.from);
  const to = pointsOf(rule.to);
  return { code: rule.code, steps: from === null || to === null ? null : Math.round(from - to) };
}

/**
 * Scores every dimension the form asks about, by the rules the version carries. The same structure, profile and
 * answers always give the same profile, whatever their order. An unknown form gives a profile without dimensions.
 * `replaced`: answers to count in place of those given, without opening or closing questions further along.
 */
export function scoreResponse(
  structure: Structure,
  formCode: string,
  profile: FirmProfile,
  answers: Answers,
  replaced: Answers = {},
): ScoreProfile {
  const rules = structure.scoring;
  const { items } = indexStructure(structure);
  const asked = new Set(itemCodesOfForm(structure, formCode));
  const path = answersOnPath(structure, profile, answers);
  const counted = { ...path, ...replaced };
  const dimensions = structure.dimensions.flatMap((dimension) => {
    const scored = dimension.items.flatMap((code) => {
      const item = items.get(code);
      return item?.purpose === 'score' && asked.has(code) ? [item] : [];
    });
    return scored.length === 0 ? [] : [scoreDimension(dimension, scored, { profile, answers: counted, path, rules })];
  });
  return {
    rulesVersion: rules.version,
    dimensions,
    parts: parts.map((part) => scorePart(part, dimensions, rules)),
    stagedLevels: rules.stagedLevels.map((rule) => scoreStagedLevel(rule, dimensions)),
    gaps: rules.gaps.map((rule) => scoreGap(rule, structure, counted)),
  };
}
