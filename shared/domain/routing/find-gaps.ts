import type { Catalogue } from './catalogue.ts';
import type { FactBase } from './fact-base.ts';
import type { Candidate } from './list-candidates.ts';
import { compareCodes } from './list-candidates.ts';
import { dimensionsParam, makeReason, numberParam, textParam } from './make-reason.ts';
import type { Need, Reason, Routing } from './routing.ts';
import type { Settled } from './settle-candidate.ts';

type SettledCandidate = { readonly candidate: Candidate; readonly settled: Settled };

/**
 * Needs that count and that no package meets, the largest first. A need that a package meets later, or that a rule
 * holds back on purpose, is no gap.
 */
export function findGaps(
  needs: readonly Need[],
  settled: readonly SettledCandidate[],
  catalogue: Catalogue,
  facts: FactBase,
): Routing['gaps'] {
  return needs
    .flatMap((one) => {
      if (one.need === null || one.need < catalogue.ranking.minimumNeed || !isBelowHighest(one, facts)) return [];
      const meeting = settled.filter(({ candidate }) => meets(candidate, one));
      if (meeting.some((each) => each.settled.outcome !== 'not-eligible')) return [];
      return [{ dimension: one.dimension, need: one.need, reason: gapReason(one, meeting, catalogue, facts) }];
    })
    .toSorted((one, other) => other.need - one.need || compareCodes(one.dimension, other.dimension));
}

/** In the highest band a firm gives rather than needs. */
const isBelowHighest = ({ band }: Need, { bands }: FactBase): boolean => band !== bands.at(-1)?.code;

const meets = ({ package: each, matched }: Candidate, { dimension }: Need): boolean =>
  each.stance === 'receive' && matched.some((one) => one.dimension === dimension);

function gapReason(
  { dimension, band, level }: Need,
  meeting: readonly SettledCandidate[],
  { declaredGaps }: Catalogue,
  { profile }: FactBase,
): Reason {
  const dimensions = dimensionsParam(dimension);
  const isForSize = meeting.some(({ candidate }) => candidate.package.sizeClasses.includes(profile.sizeClass));
  const declared = declaredGaps.some((gap) => gap.dimension === dimension && gap.bands.includes(band ?? ''));
  if (declared) return makeReason('gap-declared', { text: textParam('declared-gap', dimension) });
  if (meeting.length === 0) return makeReason('gap-no-package', { dimensions, level: numberParam(level ?? 0, 1) });
  if (isForSize) return makeReason('gap-criteria', { dimensions });
  return makeReason('gap-size', { dimensions, size: { kind: 'size', code: profile.sizeClass } });
}
