import type { ScoringRules } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { itemPoints, maximumPoints } from '../scoring/item-points.ts';
import { fewestOthers, isOfDimension, mean, type Respondent, type Together } from './together.ts';

/** Of fewer items no share of the variation is told: it would be about those items alone. */
const fewestItems = 5;

/** Points 0-4 that respondents gave one item, in ascending order and nobody's: who gave which is not in it. */
export type ItemSpread = { readonly item: string; readonly points: readonly number[] };

export type DimensionAgreement = {
  readonly dimension: string;
  /** Items that enough respondents answered. */
  readonly items: number;
  /** 0-1; null where no item was answered by enough. */
  readonly agreement: number | null;
  readonly strength: AgreementStrength | null;
};

/** From LeBreton and Senter (2008), table 3; the two lowest of their five are one here. */
export const agreementStrengths = ['weak', 'moderate', 'strong', 'very-strong'] as const;
export type AgreementStrength = (typeof agreementStrengths)[number];
const strengthsFrom = [0, 0.51, 0.71, 0.91] as const;

export type ShareBetweenItems = {
  /** ICC(1): share of the variation that lies between questions rather than between people. At most 1; below 0 when people differ more. */
  readonly one: number;
  /** ICC(1,k): how reliable the mean of as many respondents is; null where the questions do not differ at all. */
  readonly mean: number | null;
  readonly items: number;
};
/** Why there is no share: too few questions to be about questions, or no answer that differs from any other. */
export type NoShare = 'too-few' | 'no-variation';

/**
 * What everybody gave each ladder that is scored, where at least `fewestOthers` besides the one who leads have placed the
 * firm on it. Other kinds of questions have no five levels, which agreement is measured against.
 */
export function spreadOf(
  items: readonly Item[],
  { lead, others }: Together,
  rules: ScoringRules,
): readonly ItemSpread[] {
  return items
    .filter(({ purpose, kind }) => purpose === 'score' && kind === 'ladder')
    .filter((item) => pointsOf(item, others, rules).length >= fewestOthers)
    .map((item) => ({ item: item.code, points: pointsOf(item, [lead, ...others], rules).toSorted((a, b) => a - b) }));
}

const pointsOf = (item: Item, respondents: readonly Respondent[], rules: ScoringRules): number[] =>
  respondents.flatMap(({ answers }) => itemPoints(item, answers, rules) ?? []);

/**
 * Within-group agreement r_wg(J) of the items of a dimension (James, Demaree and Wolf 1984): how much less respondents
 * differ than if each had placed the firm on any of the five levels by chance. 1 is full agreement; 0 is as much
 * difference as by chance, or more.
 */
export function agreementOf(dimension: string, spreads: readonly ItemSpread[]): DimensionAgreement {
  const own = spreads.filter(({ item }) => isOfDimension(item, dimension));
  if (own.length === 0) return { dimension, items: 0, agreement: null, strength: null };
  const consistency = 1 - mean(own.map(({ points }) => varianceOf(points))) / chanceVariance;
  const scaled = own.length * consistency;
  const agreement = consistency <= 0 ? 0 : scaled / (scaled + 1 - consistency);
  return { dimension, items: own.length, agreement, strength: strengthOf(agreement) };
}

/**
 * Intraclass correlation of the answers, items as what is rated: one-way random, since not everybody answers everything
 * (Shrout and Fleiss 1979, case 1; uneven numbers by Snedecor's k0). It is told beside r_wg, which is high also
 * where all answers are much alike.
 */
export function shareBetweenItems(spreads: readonly ItemSpread[]): ShareBetweenItems | NoShare {
  if (spreads.length < fewestItems) return 'too-few';
  const all = spreads.flatMap(({ points }) => points);
  const grand = mean(all);
  const between = sum(spreads.map(({ points }) => points.length * (mean(points) - grand) ** 2)) / (spreads.length - 1);
  const within =
    sum(spreads.map(({ points }) => varianceOf(points) * (points.length - 1))) / (all.length - spreads.length);
  if (between === 0 && within === 0) return 'no-variation';
  const perItem =
    (all.length - sum(spreads.map(({ points }) => points.length ** 2)) / all.length) / (spreads.length - 1);
  return {
    one: (between - within) / (between + (perItem - 1) * within),
    mean: between === 0 ? null : (between - within) / between,
    items: spreads.length,
  };
}

/** Of five equally likely levels: (A² - 1) / 12. */
const levels = maximumPoints + 1;
const chanceVariance = (levels ** 2 - 1) / 12;

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Of a sample: divided by one less than their number. */
function varianceOf(points: readonly number[]): number {
  const middle = mean(points);
  return sum(points.map((each) => (each - middle) ** 2)) / (points.length - 1);
}

function strengthOf(agreement: number): AgreementStrength {
  const reached = strengthsFrom.findLastIndex((from) => agreement >= from);
  return agreementStrengths[Math.max(reached, 0)] ?? 'weak';
}
