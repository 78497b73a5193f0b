import * as z from 'zod/mini';
import type { Catalogue } from '../catalogue.ts';
import { rankingSchema } from '../ranking.ts';
import { routingRuleSchema, ruleIdSchema } from '../routing-rule.ts';

/** What of a catalogue says how firms are routed. */
export type RuleSet = Pick<Catalogue, 'rules' | 'ranking'>;
const ruleSetSchema = z.strictObject({ rules: z.array(routingRuleSchema), ranking: rankingSchema });

/** Where a number stands: `rules/X-1/when/all/0/minimumScored`, `ranking/weights/need`. */
const numberPathSchema = z.string().check(z.maxLength(200), z.regex(/^(rules|ranking)(\/[A-Za-z0-9-]+)+$/));

/** A draft of the rule set: what differs from the one in use. Words, conditions' kinds and packages come with a release. */
export const ruleChangesSchema = z.strictObject({
  /** Rules that are switched off, or on again. */
  isOff: z.record(ruleIdSchema, z.boolean()),
  numbers: z.record(numberPathSchema, z.number()),
});
export type RuleChanges = z.infer<typeof ruleChangesSchema>;

export const noRuleChanges: RuleChanges = { isOff: {}, numbers: {} };

export type RuleNumber = { readonly path: string; readonly value: number };

/** The numbers of one rule: of its condition first, then of what it does. */
export const numbersOfRule = ({ id, when, effects }: RuleSet['rules'][number]): RuleNumber[] => [
  ...numbersIn(when, `rules/${id}/when`),
  ...numbersIn(effects, `rules/${id}/effects`),
];

/** Every number of a rule set, in its order: the rules', then the ranking's. */
export const listRuleNumbers = ({ rules, ranking }: RuleSet): RuleNumber[] => [
  ...rules.flatMap(numbersOfRule),
  ...numbersIn(ranking, 'ranking'),
];

function numbersIn(value: unknown, path: string): RuleNumber[] {
  if (typeof value === 'number') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${path}/${key}`));
}

type Numbers = RuleChanges['numbers'];

function withNumbers(value: unknown, path: string, numbers: Numbers): unknown {
  if (typeof value === 'number') return numbers[path] ?? value;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(
    ([key, part]) => [key, withNumbers(part, `${path}/${key}`, numbers)] as const,
  );
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** The rule set with the changes; undefined when a number is none that may stand there. Names of what is gone do nothing. */
export function applyRuleChanges({ rules, ranking }: RuleSet, { isOff, numbers }: RuleChanges): RuleSet | undefined {
  const parsed = ruleSetSchema.safeParse({
    rules: rules.map(({ isOff: wasOff, ...rule }) => ({
      ...rule,
      when: withNumbers(rule.when, `rules/${rule.id}/when`, numbers),
      effects: withNumbers(rule.effects, `rules/${rule.id}/effects`, numbers),
      ...((isOff[rule.id] ?? wasOff === true) ? { isOff: true } : {}),
    })),
    ranking: withNumbers(ranking, 'ranking', numbers),
  });
  return parsed.success ? parsed.data : undefined;
}

/** The catalogue with the changes, and nothing else of it different. */
export function withRuleChanges(catalogue: Catalogue, changes: RuleChanges): Catalogue | undefined {
  const changed = applyRuleChanges(catalogue, changes);
  return changed === undefined ? undefined : { ...catalogue, ...changed };
}

/** What makes the one rule set of the other, of what both have. */
export function ruleChangesBetween(before: RuleSet, after: RuleSet): RuleChanges {
  const earlier = new Map(listRuleNumbers(before).map(({ path, value }) => [path, value]));
  const later = new Map(after.rules.map((rule) => [rule.id, rule]));
  return {
    isOff: Object.fromEntries(
      before.rules.flatMap(({ id, isOff }) => {
        const rule = later.get(id);
        return rule === undefined || rule.isOff === isOff ? [] : [[id, rule.isOff === true]];
      }),
    ),
    numbers: Object.fromEntries(
      listRuleNumbers(after)
        .filter(({ path, value }) => earlier.has(path) && earlier.get(path) !== value)
        .map(({ path, value }) => [path, value]),
    ),
  };
}

export type RuleDifference =
  | { readonly kind: 'switch'; readonly ruleId: string; readonly isOff: boolean }
  | { readonly kind: 'number'; readonly path: string; readonly before: number; readonly after: number };

/** What the changes change, in the order of the rule set. What says the same as the rule set is no difference. */
export function listRuleDifferences(set: RuleSet, { isOff, numbers }: RuleChanges): RuleDifference[] {
  const numbered = (all: readonly RuleNumber[]): RuleDifference[] =>
    all.flatMap(({ path, value: before }) => {
      const after = numbers[path] ?? before;
      return after === before ? [] : [{ kind: 'number', path, before, after }];
    });
  return [
    ...set.rules.flatMap((rule): RuleDifference[] => {
      const was = rule.isOff === true;
      const is = isOff[rule.id] ?? was;
      return [
        ...(is === was ? [] : [{ kind: 'switch' as const, ruleId: rule.id, isOff: is }]),
        ...numbered(numbersOfRule(rule)),
      ];
    }),
    ...numbered(listRuleNumbers({ rules: [], ranking: set.ranking })),
  ];
}

/** What a rule is beside its numbers: two rules of one shape have their numbers at the same places. */
export function shapeOfRule({ when, effects }: RuleSet['rules'][number]): unknown {
  const zeroed = (value: unknown, path: string): unknown =>
    withNumbers(value, path, Object.fromEntries(numbersIn(value, path).map((each) => [each.path, 0])));
  return [zeroed(when, ''), zeroed(effects, '')];
}
