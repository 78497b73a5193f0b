import type { Catalogue } from './catalogue.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { FactBase } from './fact-base.ts';
import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import type { Candidate } from './list-candidates.ts';
import { evidenceParam, makeReason, textParam } from './make-reason.ts';
import { matchesSelector } from './matches-selector.ts';
import type { Package } from './package.ts';
import type { Reason } from './routing.ts';
import type { RoutingContext } from './routing-context.ts';

export type Settled =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'postponed'; readonly ruleIds: readonly string[]; readonly reason: Reason }
  | { readonly outcome: 'not-eligible' | 'withheld' | 'already-taken' | 'under-way'; readonly reason: Reason };

type Situation = {
  readonly facts: FactBase;
  readonly fired: readonly FiredRule[];
  readonly context: Pick<RoutingContext, 'takenPackages' | 'packagesUnderWay'>;
  readonly conflicts: NonNullable<Catalogue['conflicts']>;
};

/** Whether a candidate may be suggested now, and if not, why. Unknown criteria do not stand in the way. */
export function settleCandidate({ package: each }: Candidate, situation: Situation): Settled {
  const { facts, context } = situation;
  if (context.takenPackages?.includes(each.code) === true) {
    return { outcome: 'already-taken', reason: makeReason('already-taken', {}) };
  }
  if (context.packagesUnderWay?.includes(each.code) === true) {
    return { outcome: 'under-way', reason: makeReason('under-way', {}) };
  }
  if (!each.sizeClasses.includes(facts.profile.sizeClass)) {
    const size = { kind: 'size', code: facts.profile.sizeClass } as const;
    return { outcome: 'not-eligible', reason: makeReason('size-outside', { size }) };
  }
  if (each.criteria !== undefined && evaluateCondition(each.criteria.when, facts).truth === 'false') {
    const why = textParam('criteria-why', each.code);
    return { outcome: 'not-eligible', reason: makeReason('criteria-not-met', { why }) };
  }
  return settleByRules(each, situation);
}

function settleByRules(each: Package, situation: Situation): Settled {
  const { facts, fired } = situation;
  const [withholding] = rulesAgainst(each, fired, 'withhold');
  if (withholding !== undefined) {
    return { outcome: 'withheld', reason: makeReason('withheld', becauseOf(withholding)) };
  }
  const postponing = rulesAgainst(each, fired, 'postpone');
  const [first] = postponing;
  if (first !== undefined) {
    const ruleIds = postponing.map(({ rule }) => rule.id);
    return { outcome: 'postponed', ruleIds, reason: makeReason('postponed-by-rule', becauseOf(first)) };
  }
  if (each.comesAfter !== undefined && evaluateCondition(each.comesAfter.when, facts).truth === 'false') {
    const why = textParam('comes-after-why', each.code);
    return { outcome: 'postponed', ruleIds: [], reason: makeReason('postponed-after', { why }) };
  }
  return settleBesideOthers(each, situation);
}

/** What the catalogue says is not taken at once waits for what the firm is in. Which one that is, is its own affair. */
function settleBesideOthers({ code }: Package, { context, conflicts }: Situation): Settled {
  const others = context.packagesUnderWay ?? [];
  const conflict = conflicts.find(
    ({ packages }) => packages.includes(code) && packages.some((other) => others.includes(other)),
  );
  if (conflict === undefined) return { outcome: 'open' };
  const why = textParam('conflict-why', conflict.code);
  return { outcome: 'postponed', ruleIds: [], reason: makeReason('not-beside-under-way', { why }) };
}

const rulesAgainst = (each: Package, fired: readonly FiredRule[], kind: 'withhold' | 'postpone'): FiredRule[] =>
  effectsOf(fired, kind)
    .filter(({ effect }) => matchesSelector(each, effect.packages))
    .map((effect) => effect.fired);

const becauseOf = ({ rule, evidence }: FiredRule) => ({
  why: textParam('rule-why', rule.id),
  evidence: evidenceParam(evidence),
});
