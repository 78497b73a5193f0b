import type { Catalogue } from './catalogue.ts';
import { countyReason, providerParam } from './describe-county.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { itemEvidence } from './evaluate-fact.ts';
import type { FactBase } from './fact-base.ts';
import type { FiredRule } from './fire-rules.ts';
import type { GroupStanding } from './group-standing.ts';
import { dimensionsParam, evidenceParam, makeReason, numberParam, textParam } from './make-reason.ts';
import type { RankedCandidate } from './rank-candidates.ts';
import type { CrossCounty, Evidence, FirmCounty, Need, Reason, ReasonParam } from './routing.ts';
import type { KnownEdition } from './routing-context.ts';
import type { SelectedCandidate } from './select-suggestions.ts';

export type ExplainedSituation = {
  readonly catalogue: Catalogue;
  readonly facts: FactBase;
  readonly fired: readonly FiredRule[];
  readonly county: FirmCounty;
};

/** Needs spelled out per suggestion, and answers per need: enough to recognise oneself, few enough to read. */
const shownNeeds = 2;
const shownAnswers = 2;

/** Why this package: which answers, which rules, why this provider, why this county, and how sure it is. */
export function explainSuggestion(
  candidate: SelectedCandidate,
  ruleIds: readonly string[],
  crossCounty: CrossCounty | null,
  situation: ExplainedSituation,
): Reason[] {
  const { facts, fired, county } = situation;
  const needs = candidate.matched.filter((one) => one.level !== null);
  return [
    ...(candidate.package.stance === 'receive' ? explainNeeds(needs, situation) : explainStrengths(needs)),
    ...fired.filter(({ rule }) => ruleIds.includes(rule.id)).map(explainRule),
    ...explainProvider(candidate, situation),
    countyReason(candidate.provider, county, crossCounty),
    ...explainStart(candidate),
    ...explainCriteria(candidate, facts),
    ...(candidate.package.status === 'proposal' ? [makeReason('proposal', {})] : []),
  ];
}

function explainNeeds(needs: readonly Need[], situation: ExplainedSituation): Reason[] {
  const own = needs.filter((need) => need.isOwnPriority).map(({ dimension }) => dimension);
  const shown = needs.slice(0, shownNeeds);
  return [
    ...(own.length > 0 ? [makeReason('own-priority', { dimensions: dimensionsParam(...own) })] : []),
    ...shown.map((need) => explainNeed(need, situation)),
    ...shown.filter((need) => need.isUncertain).map((need) => explainUncertainty(need, situation.facts)),
  ];
}

function explainNeed(need: Need, { facts, catalogue }: ExplainedSituation): Reason {
  const isAmbitious = need.target > catalogue.ranking.target.default;
  return makeReason(isAmbitious ? 'need-ambitious' : 'need', {
    dimensions: dimensionsParam(need.dimension),
    level: numberParam(need.level ?? 0, 1),
    target: numberParam(need.target, 0),
    answers: evidenceParam(lowestAnswers(need, facts)),
  });
}

/** An answer at the target or above pulls nothing down. */
function lowestAnswers(need: Need, facts: FactBase): Evidence[] {
  const items = facts.dimensions.get(need.dimension)?.items ?? [];
  return items
    .flatMap(({ item, state, points }) => (state === 'answered' && points !== null ? [{ item, points }] : []))
    .filter(({ points }) => points < need.target)
    .toSorted((one, other) => one.points - other.points)
    .slice(0, shownAnswers)
    .map(({ item, points }) => itemEvidence(item, points, facts));
}

function explainUncertainty(need: Need, facts: FactBase): Reason {
  const range = facts.dimensions.get(need.dimension)?.range;
  return makeReason('uncertain', {
    dimensions: dimensionsParam(need.dimension),
    lowest: numberParam(range?.lowest ?? 0, 1),
    highest: numberParam(range?.highest ?? 4, 1),
  });
}

function explainStrengths(needs: readonly Need[]): Reason[] {
  if (needs.length === 0) return [];
  const mean = needs.reduce((sum, { level }) => sum + (level ?? 0), 0) / needs.length;
  const codes = needs.map(({ dimension }) => dimension);
  return [makeReason('strength', { dimensions: dimensionsParam(...codes), level: numberParam(mean, 1) })];
}

const explainRule = ({ rule, evidence }: FiredRule): Reason =>
  makeReason('rule', { why: textParam('rule-why', rule.id), evidence: evidenceParam(evidence) });

function explainProvider(candidate: RankedCandidate, { catalogue, facts }: ExplainedSituation): Reason[] {
  const general = makeReason('provider', { why: textParam('provider-reason', candidate.package.code) });
  const { branch } = facts.profile;
  const tie = catalogue.branchProviders
    .find((each) => each.branch === branch)
    ?.providers.find(({ provider }) => provider === candidate.provider.code);
  if (tie === undefined) return [general];
  const why: ReasonParam = { kind: 'branch-provider-why', branch, provider: tie.provider };
  const params = {
    provider: providerParam(candidate.provider),
    branch: { kind: 'branch', code: branch } as const,
    why,
  };
  return [general, makeReason(tie.basis === 'proposal' ? 'provider-branch-proposed' : 'provider-branch', params)];
}

function explainStart({ package: { groupSize, format }, group: standing, edition }: SelectedCandidate): Reason[] {
  if (groupSize === null || format === 'individual') return [];
  const minimum = numberParam(groupSize.minimum, 0);
  const group = makeReason('group', { minimum, maximum: numberParam(groupSize.maximum, 0) });
  return [group, ...explainGroup(standing, edition, minimum)];
}

function explainGroup(
  { cohort, clashesWith, isClosed }: GroupStanding,
  edition: KnownEdition | null,
  minimum: ReasonParam,
): Reason[] {
  // Which one is the firm's own affair: the reasons are read by everybody to whom it shows its result.
  if (clashesWith !== null) return [makeReason('cohort-clash', {})];
  switch (cohort) {
    case 'open':
      return [
        edition === null
          ? makeReason('cohort-open', {})
          : makeReason('cohort-open-from', { day: { kind: 'day', day: edition.startsOn } }),
      ];
    case 'full':
      return [makeReason('cohort-full', {})];
    case 'when-enough-firms':
      return [makeReason(isClosed ? 'cohort-closed' : 'cohort-waiting', { minimum })];
    case 'continuous':
      return [];
  }
}

function explainCriteria({ package: { code, criteria } }: RankedCandidate, facts: FactBase): Reason[] {
  if (criteria === undefined || evaluateCondition(criteria.when, facts).truth !== 'unknown') return [];
  return [makeReason('criteria-unknown', { why: textParam('criteria-why', code) })];
}
