import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkRuleChanges } from '#shared/domain/routing/rule-drafting/check-rule-changes.ts';
import { mergeRules } from '#shared/domain/routing/rule-drafting/merge-rules.ts';
import { boundsOf, isSettable, isWithin } from '#shared/domain/routing/rule-drafting/number-bounds.ts';
import {
  listRuleDifferences,
  listRuleNumbers,
  noRuleChanges,
  type RuleChanges,
  ruleChangesBetween,
  withRuleChanges,
} from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { structure } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const numbers = (given: Record<string, number>): RuleChanges => ({ isOff: {}, numbers: given });
const applied = (changes: RuleChanges, to: Catalogue = catalogue): Catalogue => {
  const changed = withRuleChanges(to, changes);
  if (changed === undefined) throw new Error('the changes do not fit');
  return changed;
};
const learning = 'rules/X-5/when/atMost';
const sharedNeed = 'rules/X-15/when/sharedNeedWithoutCohort';
const smallest = 'rules/X-1/when/all/0/minimumScored';

describe('a draft of the rules', () => {
  test('knows every number of the shipped rules, and what each may be', () => {
    const found = listRuleNumbers(catalogue);
    expect(found.length).toBeGreaterThan(60);
    for (const { path, value } of found) {
      const bounds = boundsOf(catalogue.rules, path);
      expect(bounds, path).toBeDefined();
      if (bounds !== undefined) expect(isWithin(bounds, value), path).toBe(true);
    }
  });

  test('has a choice for every number but how many share a need, which the database decides', () => {
    const fixed = listRuleNumbers(catalogue).filter(({ path }) => !isSettable(catalogue.rules, path));
    expect(fixed).toEqual([{ path: sharedNeed, value: 5 }]);
    for (const { path } of listRuleNumbers(catalogue).filter((each) => isSettable(catalogue.rules, each.path))) {
      const { least = 0, most = 0 } = boundsOf(catalogue.rules, path) ?? {};
      expect(most, path).toBeGreaterThan(least);
    }
  });

  test('asks for no more areas with a level than the rule counts', () => {
    const rule = catalogue.rules.find(({ id }) => id === 'X-1');
    // X-1 reads the mean of six areas.
    expect(rule?.when).toMatchObject({ all: [{ meanOf: { length: 6 } }, {}] });
    expect(boundsOf(catalogue.rules, smallest)).toEqual({ least: 1, most: 6, isWhole: true });
    expect(checkRuleChanges(catalogue, structure, numbers({ [smallest]: 7 }))).toEqual([
      { path: smallest, code: 'out-of-range', about: '1–6' },
    ]);
  });

  test('that changes nothing is the catalogue in use', () => {
    expect(applied(noRuleChanges)).toEqual(catalogue);
    expect(applied(numbers({ [learning]: 1 }))).toEqual(catalogue);
    expect(applied({ isOff: { 'X-5': false }, numbers: {} })).toEqual(catalogue);
  });

  test('changes one number and leaves the rest', () => {
    const changed = applied(numbers({ [smallest]: 5 }));
    const rule = changed.rules.find(({ id }) => id === 'X-1');
    expect(rule?.when).toMatchObject({ all: [{ minimumScored: 5 }, {}] });
    expect(ruleChangesBetween(catalogue, changed)).toEqual(numbers({ [smallest]: 5 }));
  });

  test('switches a rule off, and on again to what it was', () => {
    const off = applied({ isOff: { 'X-5': true }, numbers: {} });
    expect(off.rules.find(({ id }) => id === 'X-5')?.isOff).toBe(true);
    expect(applied({ isOff: { 'X-5': false }, numbers: {} }, off)).toEqual(catalogue);
  });

  test('tells what differs in the order of the rules', () => {
    expect(
      listRuleDifferences(catalogue, { isOff: { 'X-5': true }, numbers: { [learning]: 2, [smallest]: 3 } }),
    ).toEqual([
      { kind: 'switch', ruleId: 'X-5', isOff: true },
      { kind: 'number', path: learning, before: 1, after: 2 },
    ]);
  });
});

describe('a draft cannot be published', () => {
  test.each<[string, RuleChanges, string]>([
    ['with a level beyond the scale', numbers({ [learning]: 5 }), 'out-of-range'],
    ['with fewer firms than the database tells of', numbers({ [sharedNeed]: 4 }), 'out-of-range'],
    ['with more firms than it tells of', numbers({ [sharedNeed]: 6 }), 'out-of-range'],
    ['with half a level', numbers({ [learning]: 0.5 }), 'out-of-range'],
    ['with a number that no rule has', numbers({ 'rules/X-5/when/atLeast': 1 }), 'gone'],
    ['with a rule that there is not', { isOff: { 'X-99': true }, numbers: {} }, 'gone'],
    ['with limits that rule each other out', numbers({ 'rules/X-13/when/all/0/atLeast': 3 }), 'never-holds'],
  ])('%s', (_name, changes, code) => {
    expect(checkRuleChanges(catalogue, structure, changes)).toMatchObject([{ code }]);
  });

  test('and can be when nothing is wrong', () => {
    expect(checkRuleChanges(catalogue, structure, numbers({ [learning]: 2, 'ranking/weights/need': 2 }))).toEqual([]);
  });
});

describe('a release', () => {
  const here = applied({ isOff: { 'X-6': true }, numbers: { [learning]: 2 } });

  test('keeps the switches and numbers that were published here, and brings what only it changed', () => {
    const shipped = applied(numbers({ [smallest]: 4 }));
    const { set, heldBack } = mergeRules(catalogue, here, shipped);
    expect(ruleChangesBetween(shipped, set)).toEqual({ isOff: { 'X-6': true }, numbers: { [learning]: 2 } });
    expect(heldBack).toEqual([]);
  });

  test('does not take a number back that was published here, and says so', () => {
    const { set, heldBack } = mergeRules(catalogue, here, applied(numbers({ [learning]: 0 })));
    expect(ruleChangesBetween(catalogue, set).numbers).toEqual({ [learning]: 2 });
    expect(heldBack).toEqual([{ path: learning, stands: 'here' }]);
  });

  test('has its own numbers in a rule that it made another one, and says so', () => {
    const shipped: Catalogue = {
      ...catalogue,
      rules: catalogue.rules.map((rule) => (rule.id === 'X-5' ? { ...rule, when: { item: 'D8.3', atMost: 1 } } : rule)),
    };
    const { set, heldBack } = mergeRules(catalogue, here, shipped);
    expect(set.rules.find(({ id }) => id === 'X-5')?.when).toEqual({ item: 'D8.3', atMost: 1 });
    expect(heldBack).toEqual([{ path: learning, stands: 'release' }]);
  });
});
