import { matchesSelector } from '../routing/matches-selector.ts';
import type { Package } from '../routing/package.ts';
import type { RoutingRule } from '../routing/routing-rule.ts';

/** The rules that can bring the package in or lift it, switched off or not: those that a suggestion of it may name. */
export function rulesBringing(rules: readonly RoutingRule[], candidate: Package): string[] {
  return rules
    .filter(({ effects }) =>
      effects.some((effect) => {
        if (effect.effect === 'include') return effect.codes.includes(candidate.code);
        return effect.effect === 'prefer' && effect.points > 0 && matchesSelector(candidate, effect.packages);
      }),
    )
    .map(({ id }) => id);
}
