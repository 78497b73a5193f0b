import { evaluateCondition } from './evaluate-condition.ts';
import type { FactBase } from './fact-base.ts';
import type { Evidence } from './routing.ts';
import type { RoutingRule, RuleEffect } from './routing-rule.ts';

export type FiredRule = { readonly rule: RoutingRule; readonly evidence: readonly Evidence[] };

/** The rules whose condition is true, in the order of their ids. Unknown never fires, nor does what is switched off. */
export function fireRules(rules: readonly RoutingRule[], facts: FactBase): FiredRule[] {
  return rules
    .filter(({ isOff }) => isOff !== true)
    .toSorted((one, other) => compareRuleIds(one.id, other.id))
    .flatMap((rule) => {
      const { truth, evidence } = evaluateCondition(rule.when, facts);
      return truth === 'true' ? [{ rule, evidence }] : [];
    });
}

/** X-2 comes before X-10, and the X rules before the modifiers. */
export function compareRuleIds(one: string, other: string): number {
  const [a, b] = [crossDimensionNumber(one), crossDimensionNumber(other)];
  if (a !== b) return a - b;
  return one < other ? -1 : Number(one > other);
}

const crossDimensionNumber = (id: string): number =>
  id.startsWith('X-') ? Number(id.slice(2)) : Number.MAX_SAFE_INTEGER;

type EffectOf<Kind extends RuleEffect['effect']> = Extract<RuleEffect, { effect: Kind }>;

/** The effects of one kind that fired, each with its rule. */
export function effectsOf<Kind extends RuleEffect['effect']>(
  fired: readonly FiredRule[],
  kind: Kind,
): { readonly fired: FiredRule; readonly effect: EffectOf<Kind> }[] {
  const isKind = (effect: RuleEffect): effect is EffectOf<Kind> => effect.effect === kind;
  return fired.flatMap((each) => each.rule.effects.filter(isKind).map((effect) => ({ fired: each, effect })));
}

/** Factor by which fired rules raise the need of a dimension; factors multiply. */
export function emphasisByDimension(fired: readonly FiredRule[]): Map<string, number> {
  const emphasis = new Map<string, number>();
  for (const { effect } of effectsOf(fired, 'emphasise')) {
    for (const code of effect.dimensions) emphasis.set(code, (emphasis.get(code) ?? 1) * effect.factor);
  }
  return emphasis;
}
