import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import { makeReason } from './make-reason.ts';
import type { RankedCandidate } from './rank-candidates.ts';
import type { Ranking } from './ranking.ts';
import type { Reason } from './routing.ts';

export type PassedOver = {
  readonly candidate: RankedCandidate;
  readonly outcome: 'lower-rank' | 'same-need-covered' | 'one-theme';
  readonly reason: Reason;
};
export type Selection = { readonly selected: readonly RankedCandidate[]; readonly passedOver: readonly PassedOver[] };

/**
 * The first few of the ranked candidates, none of which repeats a need that an earlier one meets. Complements and
 * packages brought in by a rule may. With the one-theme effect only what goes with the first package of help
 * follows it, and roles where the firm helps others.
 */
export function selectSuggestions(
  ranked: readonly RankedCandidate[],
  fired: readonly FiredRule[],
  ranking: Ranking,
): Selection {
  const isOneTheme = effectsOf(fired, 'one-theme').length > 0;
  const selected: RankedCandidate[] = [];
  const passedOver: PassedOver[] = [];
  for (const candidate of ranked) {
    const obstacle = findObstacle(candidate, selected, { isOneTheme, ranking });
    if (obstacle === undefined) selected.push(candidate);
    else passedOver.push({ candidate, ...obstacle });
  }
  return { selected, passedOver };
}

function findObstacle(
  candidate: RankedCandidate,
  selected: readonly RankedCandidate[],
  { isOneTheme, ranking }: { isOneTheme: boolean; ranking: Ranking },
): Omit<PassedOver, 'candidate'> | undefined {
  const theme = selected.find((one) => one.package.stance === 'receive');
  const isComplement = selected.some((one) => isComplementOf(one, candidate));
  const covering =
    isComplement || candidate.includedBy.length > 0 ? undefined : findCovering(candidate, selected, ranking);
  if (covering !== undefined) {
    return {
      outcome: 'same-need-covered',
      reason: makeReason('same-need-covered', { package: packageParam(covering) }),
    };
  }
  if (isOneTheme && theme !== undefined && candidate.package.stance === 'receive' && !isComplement) {
    return { outcome: 'one-theme', reason: makeReason('one-theme', { package: packageParam(theme) }) };
  }
  if (selected.length >= ranking.maximumSuggestions) {
    return { outcome: 'lower-rank', reason: makeReason('lower-rank', {}) };
  }
  return undefined;
}

const isComplementOf = (one: RankedCandidate, other: RankedCandidate): boolean =>
  one.package.complements.includes(other.package.code) || other.package.complements.includes(one.package.code);

/** The earlier suggestion that meets the largest need of the candidate, when all its needs are met already. */
function findCovering(
  candidate: RankedCandidate,
  selected: readonly RankedCandidate[],
  ranking: Ranking,
): RankedCandidate | undefined {
  const wanted = weightyDimensions(candidate, ranking);
  const alike = selected.filter(({ package: { stance } }) => stance === candidate.package.stance);
  const covering = wanted.map((code) => alike.find((one) => one.matched.some(({ dimension }) => dimension === code)));
  return covering.every((one) => one !== undefined) ? covering[0] : undefined;
}

/** A package that helps is judged by the needs that count; one where the firm gives, by all its strengths. */
function weightyDimensions({ package: each, matched }: RankedCandidate, { minimumNeed }: Ranking): string[] {
  const weighty = matched.filter(({ need }) => each.stance !== 'receive' || (need ?? 0) >= minimumNeed);
  return weighty.map(({ dimension }) => dimension);
}

const packageParam = (candidate: RankedCandidate) => ({ kind: 'package', code: candidate.package.code }) as const;
