import type { Condition } from './condition.ts';
import type { Form, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import { fileOfCode } from './file-of-code.ts';
import { findForm, indexStructure, type StructureIndex } from './index-structure.ts';
import type { Item } from './item.ts';

type ItemFact = Extract<Condition, { item: string }>;

function itemFactsIn(condition: Condition): ItemFact[] {
  if ('all' in condition) return condition.all.flatMap(itemFactsIn);
  if ('any' in condition) return condition.any.flatMap(itemFactsIn);
  if ('not' in condition) return itemFactsIn(condition.not);
  return 'item' in condition ? [condition] : [];
}

function factsOf({ appliesWhen }: Item): ItemFact[] {
  return appliesWhen === undefined ? [] : itemFactsIn(appliesWhen);
}

/** Whether the item has an answer of which the fact is true. */
function canHold(fact: ItemFact, item: Item): boolean {
  if ('atLeast' in fact) return item.kind === 'ladder';
  if ('choice' in fact) return 'choices' in item && item.choices.some(({ code }) => code === fact.choice);
  return item.allowsNotApplicable;
}

function issueOf(
  code: string,
  item: Item,
  reason: string,
  about: NonNullable<DefinitionIssue['about']>,
): DefinitionIssue {
  return { file: fileOfCode(item.code), path: `${item.code}/appliesWhen`, code, reason, about };
}

function checkFacts(item: Item, { items }: StructureIndex, isEarlier: (code: string) => boolean): DefinitionIssue[] {
  return factsOf(item).flatMap((fact) => {
    const named = items.get(fact.item);
    const about = { item: fact.item };
    if (named === undefined || !isEarlier(fact.item)) {
      return [issueOf('condition-not-earlier', item, `${fact.item} is not an earlier item`, about)];
    }
    if (canHold(fact, named)) return [];
    return [issueOf('condition-never-holds', item, `${fact.item} has no such answer`, about)];
  });
}

/** An item and one that its condition names. */
type Link = { readonly item: Item; readonly named: string };

/** Links that the form leaves open: it asks the item, and what the item rests on later or never. */
function linksMissedBy({ sections }: Form, links: readonly Link[]): Link[] {
  const asked = sections.flatMap(({ steps }) => steps.flatMap(({ items }) => items));
  const place = new Map(asked.map((code, index) => [code, index]));
  return links.filter(({ item, named }) => {
    const own = place.get(item.code);
    return own !== undefined && (place.get(named) ?? asked.length) > own;
  });
}

/** Every two forms answered as one: its sections come in the order of the first, and of three, two come first. */
function pairsOf(structure: Structure): Form[] {
  const codes = structure.forms.map(({ code }) => code);
  const pairs = codes.flatMap((first) => codes.filter((code) => code !== first).map((code) => `${first}+${code}`));
  return pairs.flatMap((code) => findForm(structure, code) ?? []);
}

function checkAsked(structure: Structure, links: readonly Link[]): DefinitionIssue[] {
  if (links.length === 0) return [];
  const issuesOf = (forms: readonly Form[], wanted: readonly Link[]) =>
    forms.flatMap((form) =>
      linksMissedBy(form, wanted).map(({ item, named }) =>
        issueOf('condition-not-asked', item, `the form ${form.code} does not ask ${named} before`, {
          item: named,
          form: form.code,
        }),
      ),
    );
  const missed = new Set(structure.forms.flatMap((form) => linksMissedBy(form, links)));
  const rest = links.filter((each) => !missed.has(each));
  return [...issuesOf(structure.forms, links), ...issuesOf(pairsOf(structure), rest)];
}

/**
 * Conditions that name no earlier item or no answer it can have, and those that a form cannot decide, because it asks
 * the item they name later or never. Forms answered as one are looked at for what every form by itself has in order.
 */
export function checkConditions(structure: Structure): DefinitionIssue[] {
  const index = indexStructure(structure);
  const place = new Map(structure.items.map(({ code }, at) => [code, at]));
  const isEarlier = (named: string, item: Item) => (place.get(named) ?? Infinity) < (place.get(item.code) ?? 0);
  const linksOf = (item: Item): Link[] => {
    const named = new Set(factsOf(item).map((fact) => fact.item));
    return [...named].filter((code) => isEarlier(code, item)).map((code) => ({ item, named: code }));
  };
  return [
    ...structure.items.flatMap((item) => checkFacts(item, index, (named) => isEarlier(named, item))),
    ...checkAsked(structure, structure.items.flatMap(linksOf)),
  ];
}
