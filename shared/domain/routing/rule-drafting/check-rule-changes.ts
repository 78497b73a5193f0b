import { canonicalJson } from '../../canonical-json.ts';
import type { Structure } from '../../instrument/definition.ts';
import { canHold } from '../can-hold.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkCatalogue } from '../check-catalogue.ts';
import { listKnownCodes } from '../known-codes.ts';
import { boundsOf, isWithin } from './number-bounds.ts';
import type { RuleChanges } from './rule-changes.ts';
import { listRuleNumbers, withRuleChanges } from './rule-changes.ts';

/** What keeps a draft of the rule set from being published. `path`: a number's place, a rule, or `catalogue`. */
export type RuleIssue = { readonly path: string; readonly code: string; readonly about: string };

/**
 * What is wrong with the changes: of what is not there any more, beyond what may stand there, a rule that no firm can
 * meet, and what the whole catalogue is checked for (`checkRules`, `checkRanking` among it) and was not amiss before.
 */
export function checkRuleChanges(catalogue: Catalogue, structure: Structure, changes: RuleChanges): RuleIssue[] {
  const found = [...findGone(catalogue, changes), ...findOutOfRange(catalogue, changes)];
  const changed = withRuleChanges(catalogue, changes);
  if (found.length > 0) return found;
  if (changed === undefined) return [{ path: 'catalogue', code: 'out-of-range', about: '' }];
  return [...findNeverHolding(catalogue, changed, structure), ...findNewFaults(catalogue, changed, structure)];
}

function findGone(catalogue: Catalogue, { isOff, numbers }: RuleChanges): RuleIssue[] {
  const places = new Set(listRuleNumbers(catalogue).map(({ path }) => path));
  const rules = new Set<string>(catalogue.rules.map(({ id }) => id));
  return [
    ...Object.keys(isOff)
      .filter((id) => !rules.has(id))
      .map((id) => ({ path: `rules/${id}`, code: 'gone', about: id })),
    ...Object.keys(numbers)
      .filter((path) => !places.has(path))
      .map((path) => ({ path, code: 'gone', about: path })),
  ];
}

function findOutOfRange({ rules }: Catalogue, { numbers }: RuleChanges): RuleIssue[] {
  return Object.entries(numbers).flatMap(([path, value]) => {
    const bounds = boundsOf(rules, path);
    if (bounds === undefined || isWithin(bounds, value)) return [];
    return [{ path, code: 'out-of-range', about: `${bounds.least}–${bounds.most}` }];
  });
}

function findNeverHolding(before: Catalogue, after: Catalogue, structure: Structure): RuleIssue[] {
  const world = {
    bands: structure.scoring.bands.map(({ code }) => code),
    wishes: [...listKnownCodes(after, structure).wishes],
  };
  const held = new Set(before.rules.filter(({ when }) => canHold(when, world)).map(({ id }) => id));
  return after.rules
    .filter(({ id, when, isOff }) => isOff !== true && held.has(id) && !canHold(when, world))
    .map(({ id }) => ({ path: `rules/${id}`, code: 'never-holds', about: id }));
}

function findNewFaults(before: Catalogue, after: Catalogue, structure: Structure): RuleIssue[] {
  const known = new Set(checkCatalogue(before, structure).map(canonicalJson));
  return checkCatalogue(after, structure)
    .filter((issue) => !known.has(canonicalJson(issue)))
    .map(({ path, code, detail }) => {
      const [list, name] = path.split('/');
      return { path: list === 'rules' ? `rules/${name}` : 'catalogue', code, about: detail };
    });
}
