import { attachElements } from './attach-elements.ts';
import { buildNeeds } from './build-needs.ts';
import { chooseRunnerUp } from './choose-runner-up.ts';
import { countyOf, describeCrossCounty } from './describe-county.ts';
import type { ExplainedSituation } from './explain-suggestion.ts';
import { explainSuggestion } from './explain-suggestion.ts';
import { buildFactBase } from './fact-base.ts';
import { findGaps } from './find-gaps.ts';
import type { FiredRule } from './fire-rules.ts';
import { effectsOf, emphasisByDimension, fireRules } from './fire-rules.ts';
import { listCandidates } from './list-candidates.ts';
import { evidenceParam, makeReason, textParam } from './make-reason.ts';
import type { Sequenced } from './order-suggestions.ts';
import { orderSuggestions } from './order-suggestions.ts';
import { rankCandidates } from './rank-candidates.ts';
import type { Accompanying, Reason, Routing, Suggestion } from './routing.ts';
import type { RoutingInput } from './routing-input.ts';
import type { PassedOver, SelectedCandidate } from './select-suggestions.ts';
import { selectSuggestions } from './select-suggestions.ts';
import type { Settled } from './settle-candidate.ts';
import { settleCandidate } from './settle-candidate.ts';

/**
 * Routes a firm from its scores and answers to at most three packages, with reasons, and records what no package
 * meets. None is suggested when nothing is needed or nothing fits. Deterministic; the order of the catalogue's parts
 * is irrelevant. Follows the routing brief of docs/method-routing.md.
 */
export function chooseSuggestions(input: RoutingInput): Routing {
  const { catalogue, context, scoreProfile } = input;
  const facts = buildFactBase(input);
  const fired = fireRules(catalogue.rules, facts);
  const needs = buildNeeds(scoreProfile.dimensions, facts, catalogue.ranking, emphasisByDimension(fired));
  const situation = { catalogue, facts, fired, county: countyOf(input.profile) };
  const settled = listCandidates(catalogue, needs, fired).map((candidate) => ({
    candidate,
    settled: settleCandidate(candidate, { facts, fired, context, conflicts: catalogue.conflicts ?? [] }),
  }));
  const open = settled.filter((each) => each.settled.outcome === 'open').map(({ candidate }) => candidate);
  const ranked = rankCandidates(open, { ...situation, context });
  const selection = selectSuggestions(ranked, fired, catalogue);
  const { order, sequenced } = orderSuggestions(selection.selected, fired);
  const attached = attachElements(
    order.map((one) => one.package),
    fired,
  );
  return {
    catalogueVersion: catalogue.version,
    needs,
    firedRules: fired.map(({ rule, evidence }) => ({ ruleId: rule.id, evidence: [...evidence] })),
    notices: [...listNotices(fired), ...attached.loose],
    suggestions: order.map((candidate, index) =>
      buildSuggestion(candidate, index + 1, {
        ...situation,
        attachments: attached.perSuggestion[index] ?? [],
        sequenced: sequenced.filter((one) => one.candidate === candidate),
      }),
    ),
    postponed: settled.flatMap(({ candidate, settled: state }) => postponedOf(candidate.package.code, state)),
    gaps: findGaps(needs, settled, catalogue, facts),
    considered: [
      ...selection.passedOver.map(describePassedOver),
      ...settled.flatMap(({ candidate, settled: state }) => refusedOf(candidate.package.code, state)),
    ],
    runnerUp: chooseRunnerUp(selection),
    context,
    cohortProposals: listCohortProposals(fired),
  };
}

type SuggestedSituation = ExplainedSituation & {
  readonly attachments: readonly Accompanying[];
  readonly sequenced: readonly Sequenced[];
};

function buildSuggestion(candidate: SelectedCandidate, rank: number, situation: SuggestedSituation): Suggestion {
  const { package: each, provider, matched, components, total, group } = candidate;
  const crossCounty = describeCrossCounty(provider, situation.county, situation.catalogue);
  const lifting = components.flatMap(({ ruleId, points }) => (ruleId !== null && points > 0 ? [ruleId] : []));
  const ruleIds = situation.fired
    .map(({ rule }) => rule.id)
    .filter((id) => lifting.includes(id) || candidate.includedBy.includes(id));
  const first = situation.sequenced.map(explainSequence);
  return {
    packageCode: each.code,
    providerCode: provider.code,
    rank,
    dimensions: matched.map(({ dimension }) => dimension),
    components: [...components],
    total,
    reasons: [...explainSuggestion(candidate, ruleIds, crossCounty, situation), ...first],
    ruleIds,
    steps: [...each.steps],
    cohort: group.cohort,
    crossCounty,
    attachments: [...situation.attachments],
  };
}

const explainSequence = ({ after, ruleId }: Sequenced): Reason =>
  makeReason('comes-after-other', { package: { kind: 'package', code: after }, why: textParam('rule-why', ruleId) });

function listNotices(fired: readonly FiredRule[]): Routing['notices'] {
  return effectsOf(fired, 'notice').map(({ effect, fired: { rule, evidence } }) => ({
    code: effect.notice,
    ruleIds: [rule.id],
    reason: makeReason('notice', {
      text: textParam('notice', effect.notice),
      evidence: evidenceParam(evidence),
    }),
  }));
}

function listCohortProposals(fired: readonly FiredRule[]): Routing['cohortProposals'] {
  return effectsOf(fired, 'propose-cohort').flatMap(({ fired: { rule, evidence } }) =>
    evidence
      .flatMap((one) => (one.fact === 'shared-need' ? one.dimensions : []))
      .map((dimension) => ({ dimension, ruleIds: [rule.id] })),
  );
}

function postponedOf(packageCode: string, state: Settled): Routing['postponed'] {
  return state.outcome === 'postponed' ? [{ packageCode, ruleIds: [...state.ruleIds], reason: state.reason }] : [];
}

function refusedOf(packageCode: string, state: Settled): Routing['considered'] {
  if (state.outcome === 'open' || state.outcome === 'postponed') return [];
  return [{ packageCode, outcome: state.outcome, total: null, reason: state.reason }];
}

const describePassedOver = ({ candidate, outcome, reason }: PassedOver): Routing['considered'][number] => ({
  packageCode: candidate.package.code,
  outcome,
  total: candidate.total,
  reason,
});
