import { type ComparedPart, compareParts } from './compare-parts.ts';
import { makeReason, numberParam } from './make-reason.ts';
import type { RankedCandidate } from './rank-candidates.ts';
import type { Reason, RunnerUp } from './routing.ts';
import type { PassedOver, Selection } from './select-suggestions.ts';

/** The best package that lost, to which suggestion, and what decided it; null when nothing lost. */
export function chooseRunnerUp({ selected, passedOver }: Selection): RunnerUp | null {
  const [best] = passedOver;
  const winner = best === undefined ? undefined : lostTo(best, selected);
  if (best === undefined || winner === undefined) return null;
  const { candidate, outcome, reason } = best;
  return {
    packageCode: candidate.package.code,
    providerCode: candidate.provider.code,
    outcome,
    total: candidate.total,
    components: [...candidate.components],
    against: winner.package.code,
    reasons: [reason, explainDifference(candidate, winner)],
  };
}

/** Whichever is in its way, or the last of those that were chosen. */
const lostTo = ({ obstacleCode }: PassedOver, selected: readonly RankedCandidate[]): RankedCandidate | undefined =>
  selected.find(({ package: { code } }) => code === obstacleCode) ?? selected.at(-1);

/** The part of the rank that the winner leads by most. The county decides nothing, so it is left out. */
function explainDifference(loser: RankedCandidate, winner: RankedCandidate): Reason {
  const of = { package: { kind: 'package', code: winner.package.code } } as const;
  const difference = winner.fit - loser.fit;
  const [decisive] = compareParts(loser.components, winner.components).toSorted(
    (one, other) => leadOf(other) - leadOf(one),
  );
  if (decisive === undefined || difference <= 0) return makeReason('runner-up-level', of);
  const { code, ruleId, own, theirs } = decisive;
  return makeReason('runner-up-decided', {
    ...of,
    difference: numberParam(difference, 2),
    component: { kind: 'component', code, ruleId },
    theirs: numberParam(theirs, 2),
    own: numberParam(own, 2),
  });
}

const leadOf = ({ own, theirs }: ComparedPart): number => theirs - own;
