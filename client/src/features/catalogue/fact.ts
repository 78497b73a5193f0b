import type { RoutingFact } from '#shared/domain/routing/routing-condition.ts';

/** The facts that have this key. */
export type Fact<Key extends string> = Extract<RoutingFact, Record<Key, unknown>>;
export type FactProps<F> = { name: string; fact: F; onChange: (fact: RoutingFact) => void };
