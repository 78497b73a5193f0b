import { dimensionTextKeys, scaleTextKeys } from '../instrument/text-keys.ts';
import type { RenderContext } from './render-words.ts';
import { fillTemplate, formatNumber, joinWords, wordsOf } from './render-words.ts';
import type { RoutingCondition, RoutingFact } from './routing-condition.ts';
import { routingTextKeys } from './routing-text-keys.ts';

/** What a condition stands in: what must hold of the firm, or what must come first. */
export type ConditionFrame = 'criteria' | 'comes-after';

/** The condition as one whole sentence, addressed to the firm. */
export function describeConditionIn(
  frame: ConditionFrame,
  condition: RoutingCondition,
  context: RenderContext,
): string {
  return say(frame, { condition: describeCondition(condition, context) }, context);
}

/**
 * The condition as a clause. Groups within groups stand in brackets, so that two conditions that mean different things
 * never read alike; a group of one reads as the one.
 */
export function describeCondition(condition: RoutingCondition, context: RenderContext): string {
  if ('all' in condition) return joinClauses(condition.all, routingTextKeys.and, context);
  if ('any' in condition) return joinClauses(condition.any, routingTextKeys.or, context);
  if ('not' in condition) return say('not', { condition: describePart(condition.not, context) }, context);
  return describeFact(condition, context);
}

function joinClauses(parts: readonly RoutingCondition[], word: string, context: RenderContext): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return describeCondition(only, context);
  return parts.map((part) => describePart(part, context)).join(`, ${wordsOf(word, context)} `);
}

function describePart(part: RoutingCondition, context: RenderContext): string {
  const words = describeCondition(part, context);
  return isCompound(part) ? `(${words})` : words;
}

function isCompound(part: RoutingCondition): boolean {
  const inner = 'all' in part ? part.all : 'any' in part ? part.any : undefined;
  if (inner === undefined) return false;
  const [only] = inner;
  return only !== undefined && inner.length === 1 ? isCompound(only) : true;
}

const say = (kind: string, values: Readonly<Record<string, string>>, context: RenderContext): string =>
  fillTemplate(wordsOf(routingTextKeys.condition(kind), context), values);

function describeFact(fact: RoutingFact, context: RenderContext): string {
  if ('dimension' in fact)
    return say('dimension', { dimension: dimension(fact.dimension, context), ...bands(fact.band, context) }, context);
  if ('meanOf' in fact) {
    const values = { dimensions: dimensions(fact.meanOf, context), scored: String(fact.minimumScored) };
    return say('mean', { ...values, ...bands(fact.band, context) }, context);
  }
  if ('everyOf' in fact) {
    return say('every', { dimensions: dimensions(fact.everyOf, context), ...bands(fact.band, context) }, context);
  }
  if ('item' in fact) return describeItem(fact, context);
  if ('importance' in fact) {
    const values = { dimension: dimension(fact.importance, context), points: points(fact.atLeast, context) };
    return say('importance', values, context);
  }
  if ('wish' in fact) {
    const wishes = either(
      fact.is.map((wish) => wordsOf(routingTextKeys.wish(wish), context)),
      context,
    );
    return say('wish', { dimension: dimension(fact.wish, context), wishes }, context);
  }
  if ('gap' in fact) {
    return say('gap', { gap: wordsOf(routingTextKeys.gap(fact.gap), context), steps: String(fact.atLeast) }, context);
  }
  if ('sharedNeedWithoutCohort' in fact) {
    return say('shared-need', { firms: String(fact.sharedNeedWithoutCohort) }, context);
  }
  return describeProfile(fact, context);
}

type FactWith<Key extends string> = Extract<RoutingFact, Record<Key, unknown>>;

function describeItem(fact: FactWith<'item'>, context: RenderContext): string {
  const question = context.texts[`${fact.item}.question`] ?? fact.item;
  const [kind, value] = 'atMost' in fact ? ['at-most', fact.atMost] : ['at-least', fact.atLeast];
  return say(kind as string, { question, item: fact.item, points: points(value as number, context) }, context);
}

function describeProfile(
  fact: FactWith<'flag'> | FactWith<'number'> | FactWith<'sizeClass'> | FactWith<'branch'> | FactWith<'chainRole'>,
  context: RenderContext,
): string {
  if ('flag' in fact) return wordsOf(routingTextKeys.flag(fact.flag, fact.is), context);
  if ('number' in fact) {
    const value =
      'above' in fact
        ? say('above', { value: points(fact.above, context) }, context)
        : say('below', { value: points(fact.below, context) }, context);
    return fillTemplate(wordsOf(routingTextKeys.number(fact.number), context), { value });
  }
  if ('sizeClass' in fact) {
    const sizes = fact.sizeClass.map((size) => wordsOf(routingTextKeys.size(size), context));
    return say('size', { sizes: either(sizes, context) }, context);
  }
  if ('branch' in fact) {
    const branches = fact.branch.map((branch) => quoted(wordsOf(routingTextKeys.branch(branch), context), context));
    return say('branch', { branches: either(branches, context) }, context);
  }
  const roles = fact.chainRole.map((role) => quoted(wordsOf(routingTextKeys.chainRole(role), context), context));
  return say('chain-role', { roles: either(roles, context) }, context);
}

const quoted = (word: string, context: RenderContext): string => say('quoted', { word }, context);

const dimension = (code: string, { texts }: RenderContext): string => texts[dimensionTextKeys.name(code)] ?? code;

const dimensions = (codes: readonly string[], context: RenderContext): string =>
  joinWords(
    codes.map((code) => quoted(dimension(code, context), context)),
    context,
  );

function bands(codes: readonly string[], context: RenderContext): { bands: string } {
  const words = codes.map((code) => (context.texts[scaleTextKeys.band(code)] ?? code).toLocaleLowerCase('sv'));
  return { bands: either(words, context) };
}

const either = (words: readonly string[], context: RenderContext): string =>
  joinWords(words, context, routingTextKeys.or);

/** A figure as it was given: no decimal is lost, since two conditions may differ in it. */
const points = (value: number, { language }: RenderContext): string => formatNumber(value, decimalsOf(value), language);

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
