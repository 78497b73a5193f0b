import type { Catalogue } from './catalogue.ts';
import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import { meetAtSameTime } from './group-standing.ts';
import { makeReason, textParam } from './make-reason.ts';
import type { RankedCandidate } from './rank-candidates.ts';
import type { Ranking } from './ranking.ts';
import type { Reason, RunnerUp } from './routing.ts';
import type { KnownEdition } from './routing-context.ts';

export type PassedOver = {
  readonly candidate: RankedCandidate;
  readonly outcome: RunnerUp['outcome'];
  /** The suggestion in its way; null when there were enough. */
  readonly obstacleCode: string | null;
  readonly reason: Reason;
};
/** A suggestion, with the edition that is meant when its group is open. */
export type SelectedCandidate = RankedCandidate & { readonly edition: KnownEdition | null };
export type Selection = { readonly selected: readonly SelectedCandidate[]; readonly passedOver: readonly PassedOver[] };

/**
 * The first few of the ranked candidates, none of which repeats a need that an earlier one meets, must not run beside an
 * earlier one, or has no group that the firm can join beside theirs. Complements and packages brought in by a rule may
 * repeat a need. With the one-theme effect only what goes with the first package of help follows it, and roles where the
 * firm helps others.
 */
export function selectSuggestions(
  ranked: readonly RankedCandidate[],
  fired: readonly FiredRule[],
  catalogue: Pick<Catalogue, 'ranking' | 'conflicts'>,
): Selection {
  const isOneTheme = effectsOf(fired, 'one-theme').length > 0;
  const selected: RankedCandidate[] = [];
  const passedOver: PassedOver[] = [];
  for (const candidate of ranked) {
    const obstacle = findObstacle(candidate, selected, { isOneTheme, catalogue });
    if (obstacle === undefined) selected.push(candidate);
    else passedOver.push({ candidate, ...obstacle });
  }
  const editions = placeTogether(selected) ?? [];
  return { selected: selected.map((one, at) => ({ ...one, edition: editions[at] ?? null })), passedOver };
}

function findObstacle(
  candidate: RankedCandidate,
  selected: readonly RankedCandidate[],
  { isOneTheme, catalogue }: { isOneTheme: boolean; catalogue: Pick<Catalogue, 'ranking' | 'conflicts'> },
): Obstacle | undefined {
  const { ranking } = catalogue;
  const theme = selected.find((one) => one.package.stance === 'receive');
  const isComplement = selected.some((one) => isComplementOf(one, candidate));
  const covering =
    isComplement || candidate.includedBy.length > 0 ? undefined : findCovering(candidate, selected, ranking);
  if (covering !== undefined) {
    return obstacle('same-need-covered', covering);
  }
  if (isOneTheme && theme !== undefined && candidate.package.stance === 'receive' && !isComplement) {
    return obstacle('one-theme', theme);
  }
  const conflict = findConflict(candidate, selected, catalogue.conflicts ?? []);
  if (conflict !== undefined) return conflict;
  if (selected.length >= ranking.maximumSuggestions) {
    return { outcome: 'lower-rank', obstacleCode: null, reason: makeReason('lower-rank', {}) };
  }
  const meeting = findMeetingAtSameTime(candidate, selected);
  return meeting === undefined ? undefined : obstacle('same-time', meeting);
}

type Obstacle = Omit<PassedOver, 'candidate'>;

const obstacle = (outcome: 'same-need-covered' | 'one-theme' | 'same-time', by: RankedCandidate): Obstacle => ({
  outcome,
  obstacleCode: by.package.code,
  reason: makeReason(outcome, { package: packageParam(by) }),
});

/** An earlier suggestion that the catalogue says is taken at another time than the candidate. */
function findConflict(
  { package: { code } }: RankedCandidate,
  selected: readonly RankedCandidate[],
  conflicts: NonNullable<Catalogue['conflicts']>,
): Obstacle | undefined {
  for (const conflict of conflicts.filter(({ packages }) => packages.includes(code))) {
    const other = selected.find((one) => conflict.packages.includes(one.package.code));
    if (other === undefined) continue;
    const reason = makeReason('not-together', {
      package: packageParam(other),
      why: textParam('conflict-why', conflict.code),
    });
    return { outcome: 'not-together', obstacleCode: other.package.code, reason };
  }
  return undefined;
}

type Places = readonly (KnownEdition | null)[];

/**
 * A group for each candidate that has any to join, no two at the same time: for the first candidate the earliest that
 * leaves the others one. Undefined when there is no such choice.
 */
function placeTogether(
  candidates: readonly RankedCandidate[],
  taken: readonly KnownEdition[] = [],
): Places | undefined {
  const [next, ...rest] = candidates;
  if (next === undefined) return [];
  const { joinable } = next.group;
  const choices = joinable.filter((edition) => !taken.some((one) => meetAtSameTime(one, edition)));
  if (joinable.length === 0) return leading(null, placeTogether(rest, taken));
  for (const edition of choices) {
    const places = leading(edition, placeTogether(rest, [...taken, edition]));
    if (places !== undefined) return places;
  }
  return undefined;
}

const leading = (edition: KnownEdition | null, places: Places | undefined): Places | undefined =>
  places === undefined ? undefined : [edition, ...places];

/** The earlier suggestion whose groups are in the way of every group of the candidate; of several that are, the last. */
function findMeetingAtSameTime(
  candidate: RankedCandidate,
  selected: readonly RankedCandidate[],
): RankedCandidate | undefined {
  if (placeTogether([...selected, candidate]) !== undefined) return undefined;
  return (
    selected.find((one) => placeTogether([one, candidate]) === undefined) ??
    selected.findLast(({ group }) => group.joinable.length > 0)
  );
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
