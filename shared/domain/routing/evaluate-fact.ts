import type { DimensionCode, WordCode } from '../instrument/codes.ts';
import type { Band } from '../instrument/definition.ts';
import type { Verdict } from './evaluate-condition.ts';
import type { FactBase } from './fact-base.ts';
import type { Evidence } from './routing.ts';
import type { RoutingFact } from './routing-condition.ts';

type FactWith<Key extends string> = Extract<RoutingFact, Record<Key, unknown>>;

const unknown: Verdict = { truth: 'unknown', evidence: [] };
const known = (holds: boolean, ...evidence: Evidence[]): Verdict => ({ truth: holds ? 'true' : 'false', evidence });

/** Asks the facts one question; what the firm has not said gives `unknown`. */
export function evaluateFact(fact: RoutingFact, facts: FactBase): Verdict {
  if ('dimension' in fact) return dimensionInBand(fact, facts);
  if ('meanOf' in fact) return meanInBand(fact, facts);
  if ('everyOf' in fact) return everyInBand(fact, facts);
  if ('item' in fact) return itemPoints(fact, facts);
  if ('importance' in fact) return importance(fact, facts);
  if ('wish' in fact) return wish(fact, facts);
  if ('gap' in fact) return gapSteps(fact, facts);
  if ('sharedNeedWithoutCohort' in fact) return sharedNeed(fact, facts);
  return ofProfile(fact, facts);
}

function ofProfile(
  fact: FactWith<'flag'> | FactWith<'number'> | FactWith<'sizeClass'> | FactWith<'branch'> | FactWith<'chainRole'>,
  { profile }: FactBase,
): Verdict {
  if ('flag' in fact) {
    const value = profile[fact.flag];
    return value === undefined ? unknown : known(value === fact.is, { fact: 'flag', flag: fact.flag, value });
  }
  if ('number' in fact) {
    const value = profile[fact.number];
    if (value === undefined) return unknown;
    const holds = 'above' in fact ? value > fact.above : value < fact.below;
    return known(holds, { fact: 'number', number: fact.number, value });
  }
  if ('sizeClass' in fact) return profileField('sizeClass', profile.sizeClass, fact.sizeClass);
  if ('branch' in fact) return profileField('branch', profile.branch, fact.branch);
  return profileField('chainRole', profile.chainRole, fact.chainRole);
}

const profileField = (
  field: 'sizeClass' | 'branch' | 'chainRole',
  value: WordCode,
  wanted: readonly WordCode[],
): Verdict => known(wanted.includes(value), { fact: 'profile', field, value });

function dimensionInBand({ dimension, band }: FactWith<'dimension'>, facts: FactBase): Verdict {
  const score = facts.dimensions.get(dimension);
  if (score === undefined || score.level === null || score.band === null) return unknown;
  return known(band.includes(score.band), { fact: 'dimension', dimension, level: score.level });
}

function meanInBand({ meanOf, minimumScored, band }: FactWith<'meanOf'>, facts: FactBase): Verdict {
  const levels = scoredLevels(meanOf, facts);
  if (levels.length < minimumScored) return unknown;
  const mean = levels.reduce((sum, { level }) => sum + level, 0) / levels.length;
  const dimensions = levels.map(({ dimension }) => dimension);
  return known(band.includes(bandAt(mean, facts.bands)), { fact: 'mean', dimensions, level: mean });
}

function everyInBand({ everyOf, band }: FactWith<'everyOf'>, facts: FactBase): Verdict {
  const levels = scoredLevels(everyOf, facts);
  const outside = levels.filter(({ level }) => !band.includes(bandAt(level, facts.bands)));
  const [first] = outside;
  if (first !== undefined) return known(false, { fact: 'dimension', ...first });
  if (levels.length < everyOf.length) return unknown;
  return known(true, { fact: 'every', dimensions: everyOf, lowest: Math.min(...levels.map(({ level }) => level)) });
}

function scoredLevels(codes: readonly DimensionCode[], facts: FactBase): { dimension: DimensionCode; level: number }[] {
  return codes.flatMap((dimension) => {
    const level = facts.dimensions.get(dimension)?.level ?? null;
    return level === null ? [] : [{ dimension, level }];
  });
}

/** Bands are ascending and the first begins at 0. */
const bandAt = (level: number, bands: readonly Band[]): WordCode =>
  bands.findLast(({ from }) => from <= level)?.code ?? '';

function itemPoints(fact: FactWith<'item'>, facts: FactBase): Verdict {
  const points = facts.itemPoints.get(fact.item);
  if (points === undefined) return unknown;
  const holds = 'atMost' in fact ? points <= fact.atMost : points >= fact.atLeast;
  return known(holds, itemEvidence(fact.item, points, facts));
}

/** An answered item as evidence, in the wording the firm was asked. */
export const itemEvidence = (item: string, points: number, { profile }: FactBase): Evidence => ({
  fact: 'item',
  item,
  points,
  isSubcontractorWording: profile.chainRole === 'subcontractor',
});

function importance(fact: FactWith<'importance'>, facts: FactBase): Verdict {
  const value = facts.importance.get(fact.importance);
  if (value === undefined) return unknown;
  return known(value >= fact.atLeast, { fact: 'importance', dimension: fact.importance, importance: value });
}

function wish(fact: FactWith<'wish'>, facts: FactBase): Verdict {
  const value = facts.wish.get(fact.wish);
  return value === undefined
    ? unknown
    : known(fact.is.includes(value), { fact: 'wish', dimension: fact.wish, wish: value });
}

function gapSteps(fact: FactWith<'gap'>, facts: FactBase): Verdict {
  const steps = facts.gaps.get(fact.gap);
  return steps === undefined ? unknown : known(steps >= fact.atLeast, { fact: 'gap', gap: fact.gap, steps });
}

/** The context tells only which needs at least so many firms share, so another number is out of its reach. */
function sharedNeed({ sharedNeedWithoutCohort: firms }: FactWith<'sharedNeedWithoutCohort'>, facts: FactBase): Verdict {
  const { sharedNeeds, dimensionsWithCohort } = facts;
  if (sharedNeeds === null || dimensionsWithCohort === null) return unknown;
  const dimensions = [...facts.dimensions.values()]
    .filter(({ band }) => band === facts.bands[0]?.code)
    .map(({ dimension }) => dimension)
    .filter((code) => sharedNeeds.dimensions.includes(code) && !dimensionsWithCohort.has(code))
    .toSorted();
  if (sharedNeeds.firms >= firms && dimensions.length > 0) {
    return known(true, { fact: 'shared-need', dimensions, firms: sharedNeeds.firms });
  }
  return sharedNeeds.firms === firms ? known(false) : unknown;
}
