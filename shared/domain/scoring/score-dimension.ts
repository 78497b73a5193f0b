import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Dimension, ScoringRules } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { isItemOnPath } from '../instrument/path.ts';
import { bandOf } from './bands.ts';
import { itemPoints, maximumPoints } from './item-points.ts';
import type { DimensionScore, ItemContribution, Range } from './score.ts';

const percentPerLevel = 25;

type Given = {
  readonly profile: FirmProfile;
  readonly answers: Answers;
  /** The answers that decide what is put to the firm; those that are scored unless given. */
  readonly path?: Answers;
  readonly rules: ScoringRules;
};

function contributionOf(item: Item, { profile, answers, path = answers, rules }: Given): ItemContribution {
  const base = { item: item.code, weight: item.weight, points: null };
  if (!isItemOnPath(item, profile, path)) return { ...base, state: 'off-path' };
  const state = answers[item.code]?.value?.state;
  if (state === 'not-applicable' || state === 'dont-know') return { ...base, state };
  const points = itemPoints(item, answers, rules);
  return points === null ? { ...base, state: 'unanswered' } : { ...base, state: 'answered', points };
}

function weightOf(items: readonly ItemContribution[]): number {
  return items.reduce((sum, { weight }) => sum + weight, 0);
}

/** Unknown answers count as the worst possible at one end and the best possible at the other. */
export function rangeOf(weightedPoints: number, unknownWeight: number, applicableWeight: number): Range {
  return {
    lowest: weightedPoints / applicableWeight,
    highest: (weightedPoints + maximumPoints * unknownWeight) / applicableWeight,
  };
}

type Outcome = Pick<DimensionScore, 'status' | 'level' | 'percent' | 'band' | 'range' | 'rangeBands'>;

const nothing: Outcome = {
  status: 'not-applicable',
  level: null,
  percent: null,
  band: null,
  range: null,
  rangeBands: null,
};

function outcomeOf(
  weights: { weightedPoints: number; answeredWeight: number; applicableWeight: number },
  rules: ScoringRules,
): Outcome {
  const { weightedPoints, answeredWeight, applicableWeight } = weights;
  if (applicableWeight === 0) return nothing;
  const range = rangeOf(weightedPoints, applicableWeight - answeredWeight, applicableWeight);
  const rangeBands = { lowest: bandOf(range.lowest, rules.bands), highest: bandOf(range.highest, rules.bands) };
  const isEnough = answeredWeight > 0 && answeredWeight / applicableWeight >= rules.minimumShareAnswered;
  if (!isEnough) return { ...nothing, status: 'too-few-answers', range, rangeBands };
  const level = weightedPoints / answeredWeight;
  return {
    status: 'scored',
    level,
    percent: level * percentPerLevel,
    band: bandOf(level, rules.bands),
    range,
    rangeBands,
  };
}

/**
 * Weighted mean of the answered items, 0-4, with the range it could have. *Ej relevant* and items off the path
 * leave the denominator; *vet ej* and unanswered items widen the range. Too small a share answered gives a range
 * but no level. (Strategy digest 9.1; range: best and worst case of what is unknown.)
 */
export function scoreDimension(
  dimension: Pick<Dimension, 'code' | 'part'>,
  items: readonly Item[],
  given: Given,
): DimensionScore {
  const contributions = items.map((item) => contributionOf(item, given));
  const answered = contributions.filter(({ state }) => state === 'answered');
  const unknown = contributions.filter(({ state }) => state === 'dont-know' || state === 'unanswered');
  const weightedPoints = answered.reduce((sum, { points, weight }) => sum + (points ?? 0) * weight, 0);
  const answeredWeight = weightOf(answered);
  const weights = { weightedPoints, answeredWeight, applicableWeight: answeredWeight + weightOf(unknown) };
  return {
    dimension: dimension.code,
    part: dimension.part,
    ...outcomeOf(weights, given.rules),
    ...weights,
    items: contributions,
  };
}
