import type { Catalogue } from './catalogue.ts';
import { factsIn } from './check-condition.ts';

/** Codes of the items that rules and packages ask about, but for those the catalogue knows that no form asks. */
export function listNeededItems({ rules, packages, itemsNotAsked = [] }: Catalogue): string[] {
  const conditions = [
    ...rules.map(({ when }) => when),
    ...packages.flatMap(({ criteria, comesAfter }) => [criteria, comesAfter].flatMap((each) => each?.when ?? [])),
  ];
  const named = conditions.flatMap(factsIn).flatMap((fact) => ('item' in fact ? [fact.item] : []));
  return [...new Set(named)].filter((code) => !itemsNotAsked.includes(code));
}
