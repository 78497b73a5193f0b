import { type SizeClass, sizeClasses } from '../firm/firm-profile.ts';
import type { Structure } from '../instrument/definition.ts';
import type { LocalisedText } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { isOffered } from './is-offered.ts';
import type { Package } from './package.ts';

export type ReachingPackage = {
  readonly code: string;
  /** It takes more than this one need: several of them, or a rule that brings the package in. */
  readonly takesMore: boolean;
};

/** What the catalogue has for firms at one level of one dimension. */
export type LevelReach = {
  readonly band: string;
  readonly packages: readonly ReachingPackage[];
  /** Sizes of firms that no package is for which this one need brings in. */
  readonly sizesWithout: readonly SizeClass[];
  /** Said in the catalogue to be a gap, and why; null where it is not. */
  readonly declaredGap: LocalisedText | null;
};

export type DimensionReach = { readonly dimension: string; readonly levels: readonly LevelReach[] };

/** Help that the one need brings in, as `checkCoverage` counts it. */
const takesMore = ({ isByRuleOnly, minimumDimensions = 1 }: Package): boolean =>
  isByRuleOnly === true || minimumDimensions > 1;

/**
 * What packages of help reach each dimension at each level below the highest, where a need can be a gap (`findGaps`).
 * Criteria, branches and roles may still leave a firm out of each.
 */
export function listReach(
  { packages, declaredGaps }: Pick<Catalogue, 'packages' | 'declaredGaps'>,
  { dimensions, scoring }: Pick<Structure, 'dimensions' | 'scoring'>,
): DimensionReach[] {
  const help = packages.filter((each) => each.stance === 'receive' && isOffered(each));
  return dimensions.map(({ code: dimension }) => ({
    dimension,
    levels: scoring.bands.slice(0, -1).map(({ code: band }) => {
      const reaching = help.filter(({ dimensions: own }) =>
        own.some(({ code, bands }) => code === dimension && bands.includes(band)),
      );
      const alone = reaching.filter((each) => !takesMore(each));
      return {
        band,
        packages: reaching.map((each) => ({ code: each.code, takesMore: takesMore(each) })),
        sizesWithout: sizeClasses.filter((size) => !alone.some((each) => each.sizeClasses.includes(size))),
        declaredGap: declaredGaps.find((gap) => gap.dimension === dimension && gap.bands.includes(band))?.text ?? null,
      };
    }),
  }));
}
