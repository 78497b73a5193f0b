import type { Catalogue } from '../routing/catalogue.ts';
import { matchesSelector } from '../routing/matches-selector.ts';

type WithRules = Pick<Catalogue, 'packages' | 'rules'>;

function rulesBringingIn({ packages, rules }: WithRules, code: string): string[] {
  const candidate = packages.find((each) => each.code === code);
  if (candidate === undefined) return [];
  return rules
    .filter(({ effects }) =>
      effects.some((effect) => {
        if (effect.effect === 'include') return effect.codes.includes(code);
        return effect.effect === 'prefer' && effect.points > 0 && matchesSelector(candidate, effect.packages);
      }),
    )
    .map(({ id }) => id);
}

/**
 * The rules that can bring the package in or lift it, switched off or not, by any of the versions: those that a suggestion of it
 * may name. By the versions and not by what was suggested, since rules that come and go would tell of it.
 */
export function rulesBringing(versions: readonly WithRules[], code: string): string[] {
  return [...new Set(versions.flatMap((version) => rulesBringingIn(version, code)))];
}
