import { branches, chainRoles, sizeClasses } from '../firm/firm-profile.ts';
import type { RoutingCondition, RoutingFact } from './routing-condition.ts';

/** What the instrument has to choose from. */
export type ConditionWorld = { readonly bands: readonly string[]; readonly wishes: readonly string[] };

type Literal = { readonly fact: RoutingFact; readonly isHeld: boolean };
/** Facts that would have to hold, or not hold, together. */
type Way = readonly Literal[];

/** Beyond this many ways a condition is taken as one that can hold. */
const mostWays = 512;

/**
 * Whether some firm could meet the condition. It never says no of a condition that a firm can meet; of one that no firm
 * can, it finds out as long as the contradiction lies in one fact: the same dimension, question, size and so on.
 */
export function canHold(condition: RoutingCondition, world: ConditionWorld): boolean {
  const ways = waysOf(condition, true);
  return ways === undefined || ways.some((way) => isPossible(way, world));
}

function waysOf(condition: RoutingCondition, isHeld: boolean): Way[] | undefined {
  if ('not' in condition) return waysOf(condition.not, !isHeld);
  if ('all' in condition) return isHeld ? together(condition.all, true) : either(condition.all, false);
  if ('any' in condition) return isHeld ? either(condition.any, true) : together(condition.any, false);
  if ('everyOf' in condition) {
    const { everyOf, band } = condition;
    return waysOf({ all: everyOf.map((dimension) => ({ dimension, band })) }, isHeld);
  }
  return [[{ fact: condition, isHeld }]];
}

function either(parts: readonly RoutingCondition[], isHeld: boolean): Way[] | undefined {
  const found: Way[] = [];
  for (const part of parts) {
    const ways = waysOf(part, isHeld);
    if (ways === undefined || found.length + ways.length > mostWays) return undefined;
    found.push(...ways);
  }
  return found;
}

function together(parts: readonly RoutingCondition[], isHeld: boolean): Way[] | undefined {
  let found: Way[] = [[]];
  for (const part of parts) {
    const ways = waysOf(part, isHeld);
    if (ways === undefined || found.length * ways.length > mostWays) return undefined;
    found = found.flatMap((before) => ways.map((way) => [...before, ...way]));
  }
  return found;
}

/** What a fact is about, the values there are, and those for which it holds. */
type Choice = { readonly about: string; readonly values: readonly string[]; readonly holding: readonly string[] };

function isPossible(way: Way, world: ConditionWorld): boolean {
  const left = new Map<string, readonly string[]>();
  const percents = new Map<string, Percents>();
  for (const { fact, isHeld } of way) {
    if ('number' in fact) {
      percents.set(fact.number, narrowed(percents.get(fact.number) ?? everyPercent, fact, isHeld));
      continue;
    }
    if ('meanOf' in fact && fact.minimumScored > new Set(fact.meanOf).size) return false;
    const { about, values, holding } = choiceOf(fact, world);
    const allowed = values.filter((value) => holding.includes(value) === isHeld);
    left.set(
      about,
      (left.get(about) ?? values).filter((value) => allowed.includes(value)),
    );
  }
  return [...left.values()].every((values) => values.length > 0) && [...percents.values()].every(isInhabited);
}

const levels = ['0', '1', '2', '3', '4'];
/** Points run from 0 to 4, so that no two lie further apart. */
const steps = ['-4', '-3', '-2', '-1', ...levels];

function choiceOf(fact: Exclude<RoutingFact, { number: unknown }>, { bands, wishes }: ConditionWorld): Choice {
  const from = (values: readonly string[], least: number) => values.filter((value) => Number(value) >= least);
  if ('dimension' in fact) return { about: `band ${fact.dimension}`, values: bands, holding: fact.band };
  if ('meanOf' in fact) {
    const [only = ''] = fact.meanOf;
    const about = fact.meanOf.length === 1 ? `band ${only}` : `mean ${[...fact.meanOf].sort().join(' ')}`;
    return { about, values: bands, holding: fact.band };
  }
  if ('everyOf' in fact) return { about: `every ${fact.everyOf.join(' ')}`, values: bands, holding: fact.band };
  if ('item' in fact) return pointsOf(fact);
  if ('importance' in fact) {
    return { about: `importance ${fact.importance}`, values: levels, holding: from(levels, fact.atLeast) };
  }
  if ('wish' in fact) return { about: `wish ${fact.wish}`, values: wishes, holding: fact.is };
  if ('gap' in fact) return { about: `gap ${fact.gap}`, values: steps, holding: from(steps, fact.atLeast) };
  if ('flag' in fact) return { about: fact.flag, values: ['true', 'false'], holding: [String(fact.is)] };
  if ('sizeClass' in fact) return { about: 'size', values: sizeClasses, holding: fact.sizeClass };
  if ('branch' in fact) return { about: 'branch', values: branches, holding: fact.branch };
  if ('chainRole' in fact) return { about: 'role', values: chainRoles, holding: fact.chainRole };
  return { about: `shared ${fact.sharedNeedWithoutCohort}`, values: ['true', 'false'], holding: ['true'] };
}

function pointsOf(fact: Extract<RoutingFact, { item: unknown }>): Choice {
  const holds = (value: string): boolean =>
    'atMost' in fact ? Number(value) <= fact.atMost : Number(value) >= fact.atLeast;
  return { about: `item ${fact.item}`, values: levels, holding: levels.filter(holds) };
}

/** A stretch of per cent; `isOpen` when the end itself is outside. */
type End = { readonly at: number; readonly isOpen: boolean };
type Percents = { readonly from: End; readonly to: End };
const everyPercent: Percents = { from: { at: 0, isOpen: false }, to: { at: 100, isOpen: false } };

function narrowed(percents: Percents, fact: Extract<RoutingFact, { number: unknown }>, isHeld: boolean): Percents {
  const { from, to } = percents;
  const isLowEnd = 'above' in fact === isHeld;
  const end = { at: 'above' in fact ? fact.above : fact.below, isOpen: isHeld };
  const isNarrower = (of: End): boolean =>
    (isLowEnd ? end.at > of.at : end.at < of.at) || (end.at === of.at && end.isOpen);
  if (isLowEnd) return isNarrower(from) ? { from: end, to } : percents;
  return isNarrower(to) ? { from, to: end } : percents;
}

const isInhabited = ({ from, to }: Percents): boolean =>
  from.at < to.at || (from.at === to.at && !from.isOpen && !to.isOpen);
