import type { CatalogueIssue } from './build-catalogue.ts';
import { unknownCodes } from './catalogue-issue.ts';
import type { KnownCodes } from './known-codes.ts';
import type { RoutingCondition, RoutingFact } from './routing-condition.ts';

/** What a condition asks about that does not exist, so that it would stay unknown for ever. */
export function checkCondition(condition: RoutingCondition, path: string, known: KnownCodes): CatalogueIssue[] {
  return factsIn(condition).flatMap((fact) => checkFact(fact, path, known));
}

function factsIn(condition: RoutingCondition): RoutingFact[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  return [condition];
}

function checkFact(fact: RoutingFact, path: string, known: KnownCodes): CatalogueIssue[] {
  return [
    ...unknownCodes('dimension', path, dimensionsOf(fact), known.dimensions),
    ...unknownCodes('band', path, 'band' in fact ? fact.band : [], known.bands),
    ...unknownCodes('item', path, 'item' in fact ? [fact.item] : [], known.items),
    ...unknownCodes('wish', path, 'wish' in fact ? fact.is : [], known.wishes),
    ...unknownCodes('gap', path, 'gap' in fact ? [fact.gap] : [], known.gaps),
  ];
}

function dimensionsOf(fact: RoutingFact): readonly string[] {
  if ('dimension' in fact) return [fact.dimension];
  if ('meanOf' in fact) return fact.meanOf;
  if ('everyOf' in fact) return fact.everyOf;
  if ('importance' in fact) return [fact.importance];
  return 'wish' in fact ? [fact.wish] : [];
}
