import type { DimensionCode, WordCode } from '../instrument/codes.ts';
import type { Catalogue } from './catalogue.ts';
import type { FiredRule } from './fire-rules.ts';
import { effectsOf } from './fire-rules.ts';
import { isOffered } from './is-offered.ts';
import type { Package } from './package.ts';
import type { Need } from './routing.ts';

/** A package that meets something the firm needs or is strong in, or that a rule brings in. */
export type Candidate = {
  readonly package: Package;
  /** What of the firm it meets, the largest need first. */
  readonly matched: readonly Need[];
  /** Rules that bring it in whatever the bands say. */
  readonly includedBy: readonly string[];
};

/** Candidates by code. The county plays no part here, so no package is lost by being far away. */
export function listCandidates(catalogue: Catalogue, needs: readonly Need[], fired: readonly FiredRule[]): Candidate[] {
  const byDimension = new Map(needs.map((need) => [need.dimension, need]));
  const includes = effectsOf(fired, 'include');
  return catalogue.packages
    .filter(isOffered)
    .toSorted((one, other) => compareCodes(one.code, other.code))
    .map((each) => {
      const includedBy = includes
        .filter(({ effect }) => effect.codes.includes(each.code))
        .map((by) => by.fired.rule.id);
      const matched = matchedNeeds(each, byDimension, includedBy.length > 0);
      return { package: each, matched, includedBy };
    })
    .filter((candidate) => isCandidate(candidate, catalogue.ranking.minimumNeed));
}

export const compareCodes = (one: WordCode, other: WordCode): number => (one < other ? -1 : Number(one > other));

function matchedNeeds(
  { stance, dimensions }: Package,
  needs: ReadonlyMap<DimensionCode, Need>,
  isIncluded: boolean,
): Need[] {
  const isNeeded = (need: Need): boolean => (need.need ?? 0) > 0;
  return dimensions
    .flatMap(({ code, bands }) => {
      const need = needs.get(code);
      if (need === undefined || need.band === null) return [];
      const isInBand = bands.includes(need.band);
      const fits = stance === 'receive' ? (isInBand || isIncluded) && isNeeded(need) : isInBand;
      return fits ? [need] : [];
    })
    .toSorted((one, other) => (other.need ?? 0) - (one.need ?? 0) || compareCodes(one.dimension, other.dimension));
}

function isCandidate({ package: each, matched, includedBy }: Candidate, minimumNeed: number): boolean {
  if (includedBy.length > 0) return true;
  if (each.isByRuleOnly === true) return false;
  if (matched.length < (each.minimumDimensions ?? 1)) return false;
  return each.stance !== 'receive' || matched.some(({ need }) => (need ?? 0) >= minimumNeed);
}
