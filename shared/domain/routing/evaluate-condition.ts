import { evaluateFact } from './evaluate-fact.ts';
import type { FactBase } from './fact-base.ts';
import type { Evidence } from './routing.ts';
import type { RoutingCondition } from './routing-condition.ts';

export type Truth = 'true' | 'false' | 'unknown';

/** Whether something holds, and what that rests on. Evidence is empty when the truth is unknown. */
export type Verdict = { readonly truth: Truth; readonly evidence: readonly Evidence[] };

/** Kleene's three-valued logic: a missing answer is neither true nor false, and makes no rule fire by itself. */
export function evaluateCondition(condition: RoutingCondition, facts: FactBase): Verdict {
  if ('all' in condition) return combine(condition.all, facts, 'false');
  if ('any' in condition) return combine(condition.any, facts, 'true');
  if ('not' in condition) return negate(evaluateCondition(condition.not, facts));
  return evaluateFact(condition, facts);
}

const opposite = { true: 'false', false: 'true', unknown: 'unknown' } as const;

const negate = ({ truth, evidence }: Verdict): Verdict => ({ truth: opposite[truth], evidence });

/** One part with the deciding truth settles the whole; otherwise one unknown part leaves it unknown. */
function combine(parts: readonly RoutingCondition[], facts: FactBase, deciding: 'true' | 'false'): Verdict {
  const verdicts = parts.map((part) => evaluateCondition(part, facts));
  const decisive = verdicts.filter(({ truth }) => truth === deciding);
  if (decisive.length > 0) return { truth: deciding, evidence: decisive.flatMap(({ evidence }) => evidence) };
  if (verdicts.some(({ truth }) => truth === 'unknown')) return { truth: 'unknown', evidence: [] };
  return { truth: opposite[deciding], evidence: verdicts.flatMap(({ evidence }) => evidence) };
}
