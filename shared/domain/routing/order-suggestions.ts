import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import { matchesSelector } from './matches-selector.ts';
import type { SelectedCandidate } from './select-suggestions.ts';

/** A suggestion that stands after another because a rule says so. */
export type Sequenced = { readonly candidate: SelectedCandidate; readonly after: string; readonly ruleId: string };
export type Ordered = { readonly order: readonly SelectedCandidate[]; readonly sequenced: readonly Sequenced[] };

/** The chosen ones by falling total, but what a rule puts first stands before what it puts after. */
export function orderSuggestions(selected: readonly SelectedCandidate[], fired: readonly FiredRule[]): Ordered {
  const pairs = effectsOf(fired, 'sequence').flatMap(({ effect, fired: { rule } }) =>
    selected.flatMap((first) =>
      selected
        .filter((then) => isBefore(effect, first, then))
        .map((then) => ({ candidate: then, after: first.package.code, ruleId: rule.id })),
    ),
  );
  const byTotal = selected.toSorted((one, other) => other.total - one.total);
  return { order: putInSequence(byTotal, pairs), sequenced: pairs };
}

type Sequence = ReturnType<typeof effectsOf<'sequence'>>[number]['effect'];

/** What belongs to both sides is put nowhere. */
function isBefore({ first, later }: Sequence, one: SelectedCandidate, other: SelectedCandidate): boolean {
  const isFirst = matchesSelector(one.package, first) && !matchesSelector(one.package, later);
  return isFirst && matchesSelector(other.package, later) && !matchesSelector(other.package, first);
}

/** Takes, time after time, the best one that nothing left must stand before; where rules contradict each other, the best. */
function putInSequence(byTotal: readonly SelectedCandidate[], pairs: readonly Sequenced[]): SelectedCandidate[] {
  const left = [...byTotal];
  const order: SelectedCandidate[] = [];
  while (left.length > 0) {
    const waits = (one: SelectedCandidate): boolean =>
      pairs.some(({ candidate, after }) => candidate === one && left.some((other) => other.package.code === after));
    const free = left.findIndex((one) => !waits(one));
    order.push(...left.splice(Math.max(free, 0), 1));
  }
  return order;
}
