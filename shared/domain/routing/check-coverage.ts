import type { Structure } from '../instrument/definition.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue } from './catalogue-issue.ts';
import { isOffered } from './is-offered.ts';
import type { Package } from './package.ts';

/**
 * Every dimension has, in every band, something to offer without a rule's asking, or a gap that is declared. Below the
 * highest band that is help which the one need alone brings in: a firm with a need is never met by silence. In the
 * highest band it may also be a part to take or something to give, however many strengths it asks for.
 */
export function checkCoverage({ packages, declaredGaps }: Catalogue, structure: Structure): CatalogueIssue[] {
  const offered = packages.filter((each) => each.isByRuleOnly !== true && isOffered(each));
  const bands = structure.scoring.bands.map(({ code }) => code);
  return structure.dimensions.flatMap(({ code: dimension }) =>
    bands.flatMap((band, index) => {
      const isHighest = index === bands.length - 1;
      const isMet = offered.some((each) => meets(each, dimension, band) && (isHighest || isHelpForOneNeed(each)));
      const isDeclared = declaredGaps.some((gap) => gap.dimension === dimension && gap.bands.includes(band));
      return isMet || isDeclared ? [] : [uncovered(dimension, band, isHighest)];
    }),
  );
}

const meets = ({ dimensions }: Package, dimension: string, band: string): boolean =>
  dimensions.some(({ code, bands }) => code === dimension && bands.includes(band));

const isHelpForOneNeed = ({ stance, minimumDimensions = 1 }: Package): boolean =>
  stance === 'receive' && minimumDimensions === 1;

const uncovered = (dimension: string, band: string, isHighest: boolean): CatalogueIssue =>
  catalogueIssue(
    isHighest ? 'strength-without-package' : 'need-without-package',
    `packages/${dimension}/${band}`,
    `${dimension} ${band} has neither a package nor a declared gap`,
  );
