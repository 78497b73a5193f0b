import type { Catalogue } from './catalogue.ts';
import type { ChosenProvider } from './choose-provider.ts';
import { chooseProvider, isAtHome } from './choose-provider.ts';
import type { FactBase } from './fact-base.ts';
import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import type { GroupStanding } from './group-standing.ts';
import { findGroupStanding } from './group-standing.ts';
import type { Candidate } from './list-candidates.ts';
import { compareCodes } from './list-candidates.ts';
import { matchesSelector } from './matches-selector.ts';
import type { ComponentCode, Ranking } from './ranking.ts';
import type { Component, FirmCounty, Suggestion } from './routing.ts';
import type { RoutingContext } from './routing-context.ts';

export type RankedCandidate = Candidate &
  ChosenProvider & {
    readonly components: readonly Component[];
    readonly total: number;
    /** The total without what the county adds: what decides which packages are suggested. */
    readonly fit: number;
    readonly group: GroupStanding;
  };

type Situation = {
  readonly catalogue: Catalogue;
  readonly facts: FactBase;
  readonly fired: readonly FiredRule[];
  readonly county: FirmCounty;
  readonly context: RoutingContext;
};

/** Candidates by falling fit, in which the county plays no part. Equal ones: the earliest start first, then the code, so that the order is stable. */
export function rankCandidates(candidates: readonly Candidate[], situation: Situation): RankedCandidate[] {
  return candidates
    .flatMap((candidate) => {
      const ranked = rankCandidate(candidate, situation);
      return ranked === undefined ? [] : [ranked];
    })
    .toSorted(
      (one, other) =>
        other.fit - one.fit ||
        startOrder.indexOf(one.group.cohort) - startOrder.indexOf(other.group.cohort) ||
        compareCodes(one.package.code, other.package.code),
    );
}

const startOrder: readonly Suggestion['cohort'][] = ['open', 'continuous', 'when-enough-firms', 'full'];

function rankCandidate(candidate: Candidate, situation: Situation): RankedCandidate | undefined {
  const { catalogue, facts, fired, county, context } = situation;
  const chosen = chooseProvider(candidate.package, { branch: facts.profile.branch, county }, catalogue);
  if (chosen === undefined) return undefined;
  const group = findGroupStanding(candidate.package, context);
  const { ranking } = catalogue;
  const components = [
    ...needComponents(candidate, ranking),
    ...fitComponents(candidate, chosen, facts, ranking),
    component('group', Number(candidate.package.format !== 'individual'), ranking),
    component('cross-actor', Number(candidate.package.tags.includes(ranking.crossActorTag)), ranking),
    component('green', Number(candidate.package.tags.includes(ranking.greenTag)), ranking),
    component('open-cohort', Number(group.cohort === 'open'), ranking),
    component('home-county', Number(isAtHome(chosen.provider, county)), ranking),
    ...ruleComponents(candidate, fired, ranking),
  ];
  const total = sumOf(components);
  const fit = sumOf(components.filter(({ code }) => code !== 'home-county'));
  return { ...candidate, ...chosen, components, total, fit, group };
}

/** The largest need counts in full, the second in part: many small needs shall not outweigh one large. */
function needComponents({ package: each, matched }: Candidate, ranking: Ranking): Component[] {
  const isReceiving = each.stance === 'receive';
  const [first = 0, second = 0] = matched.map(({ need }) => need ?? 0);
  const need = isReceiving ? first + ranking.secondNeedShare * second : 0;
  const hasOwnPriority = matched.some((one) => one.isOwnPriority && (one.need ?? 0) >= ranking.minimumNeed);
  return [
    component('need', need, ranking),
    component('own-priority', Number(isReceiving && hasOwnPriority), ranking),
    component('giver', Number(!isReceiving), ranking),
  ];
}

function fitComponents(
  { package: each }: Candidate,
  { branchRank }: ChosenProvider,
  { profile }: FactBase,
  ranking: Ranking,
): Component[] {
  const { firstProviderValue, followingProviderValue } = ranking;
  const speciality = branchRank === null ? 0 : branchRank === 1 ? firstProviderValue : followingProviderValue;
  return [
    component('speciality', speciality, ranking),
    component('branch', fitValue(each.branches, profile.branch), ranking),
    component('chain-role', fitValue(each.chainRoles, profile.chainRole), ranking),
  ];
}

/** 1 when the package is made for the firm's kind, -1 when for others, 0 when for all. */
function fitValue(kinds: readonly string[], kind: string): number {
  if (kinds.length === 0) return 0;
  return kinds.includes(kind) ? 1 : -1;
}

function ruleComponents({ package: each }: Candidate, fired: readonly FiredRule[], ranking: Ranking): Component[] {
  return effectsOf(fired, 'prefer')
    .filter(({ effect }) => matchesSelector(each, effect.packages))
    .map(({ fired: { rule }, effect }) => ({ ...component('rule', effect.points, ranking), ruleId: rule.id }));
}

function component(code: ComponentCode, value: number, ranking: Ranking): Component {
  const weight = ranking.weights[code];
  const shown = round(value);
  return { code, value: shown, weight, points: round(shown * weight), ruleId: null };
}

const sumOf = (components: readonly Component[]): number =>
  round(components.reduce((sum, { points }) => sum + points, 0));

/** Two decimals, so that the shown parts add up to the shown total. */
const round = (value: number): number => Math.round(value * 100) / 100;
