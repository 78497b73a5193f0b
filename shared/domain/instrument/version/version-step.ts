import type { Structure } from '../definition.ts';
import { indexStructure, itemCodesOfForm } from '../index-structure.ts';
import type { Item } from '../item.ts';
import { isComparable, type Relation } from './comparability.ts';

/** What becomes of the questions of a form, and of the answers to them, when a response goes over to another version. */
export type VersionStep = {
  /** Their answers go along. */
  readonly staying: readonly string[];
  /** Of those the ones that are put in other words. */
  readonly reworded: readonly string[];
  /** Asked in both, and to be answered again: they ask something else, or allow less. */
  readonly anew: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** An answer without a level that was allowed before is not allowed any more. */
const allowsLess = (before: Item, after: Item): boolean =>
  (before.allowsDontKnow && !after.allowsDontKnow) || (before.allowsNotApplicable && !after.allowsNotApplicable);

/** Whether an answer to the item goes along: both ask the same, and what could be answered can be still. */
export function goesAlong(before: Item | undefined, after: Item | undefined, relation: Relation | undefined): boolean {
  return before !== undefined && after !== undefined && isComparable(relation) && !allowsLess(before, after);
}

/**
 * The step of a form from one version to another, in either direction of time; `relationOf` tells how an item that both
 * have relates between them. Codes are in the order of the form they stand in. Undefined when the form is not in both.
 */
export function stepBetween(
  before: Structure,
  after: Structure,
  formCode: string,
  relationOf: (itemCode: string) => Relation | undefined,
): VersionStep | undefined {
  const [asked, askedAfter] = [itemCodesOfForm(before, formCode), itemCodesOfForm(after, formCode)];
  if (asked.length === 0 || askedAfter.length === 0) return undefined;
  const [earlier, later] = [indexStructure(before).items, indexStructure(after).items];
  const stays = (code: string): boolean => goesAlong(earlier.get(code), later.get(code), relationOf(code));
  const inBoth = askedAfter.filter((code) => asked.includes(code));
  const staying = inBoth.filter(stays);
  return {
    staying,
    reworded: staying.filter((code) => relationOf(code) === 'kept'),
    anew: inBoth.filter((code) => !stays(code)),
    added: askedAfter.filter((code) => !asked.includes(code)),
    removed: asked.filter((code) => !askedAfter.includes(code)),
  };
}

/** Whether going over would make no difference that the firm could see. */
export function isStepEmpty({ reworded, anew, added, removed }: VersionStep): boolean {
  return reworded.length + anew.length + added.length + removed.length === 0;
}
