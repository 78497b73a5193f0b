import { isSameJson } from '../../canonical-json.ts';
import type { RuleChanges, RuleSet } from './rule-changes.ts';
import { applyRuleChanges, listRuleNumbers, ruleChangesBetween, shapeOfRule } from './rule-changes.ts';

/** Where a release and what was published here say different things, and which of them stands. */
export type HeldBackRule = { readonly path: string; readonly stands: 'here' | 'release' };

export type MergedRules = { readonly set: RuleSet; readonly heldBack: readonly HeldBackRule[] };

/**
 * The rule set of a release with the switches and numbers that were published here. `base` is what shipped before. What
 * was published here stands, also where the release has another number; but where the release has made another rule of
 * it (other questions, other packages), its numbers are the release's, since they would mean something else.
 */
export function mergeRules(base: RuleSet, inUse: RuleSet, shipped: RuleSet): MergedRules {
  const changes = ruleChangesBetween(base, inUse);
  const [before, after] = [numbersByPath(base), numbersByPath(shipped)];
  const isThere = (path: string): boolean => after.has(path) && isOfSameShape(path, base, shipped);
  const numbers = Object.entries(changes.numbers);
  const kept: RuleChanges = {
    isOff: changes.isOff,
    numbers: Object.fromEntries(numbers.filter(([path]) => isThere(path))),
  };
  const heldBack = numbers.flatMap(([path, value]): HeldBackRule[] => {
    if (!isThere(path)) return [{ path, stands: 'release' }];
    const isSettled = after.get(path) === before.get(path) || after.get(path) === value;
    return isSettled ? [] : [{ path, stands: 'here' }];
  });
  return { set: applyRuleChanges(shipped, kept) ?? shipped, heldBack };
}

const numbersByPath = (set: RuleSet): Map<string, number> =>
  new Map(listRuleNumbers(set).map(({ path, value }) => [path, value]));

function isOfSameShape(path: string, base: RuleSet, shipped: RuleSet): boolean {
  const [part, id] = path.split('/');
  if (part === 'ranking') return true;
  const [was, is] = [base, shipped].map(({ rules }) => rules.find((rule) => rule.id === id));
  return was !== undefined && is !== undefined && isSameJson(shapeOfRule(was), shapeOfRule(is));
}
