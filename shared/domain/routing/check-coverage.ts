import type { Structure } from '../instrument/definition.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue } from './catalogue-issue.ts';

/**
 * Every dimension has, in every band but the highest, a package that helps without a rule's asking, or a gap that is
 * declared: a firm with a need is never met by silence.
 */
export function checkCoverage({ packages, declaredGaps }: Catalogue, structure: Structure): CatalogueIssue[] {
  const helping = packages.filter(({ stance, isByRuleOnly }) => stance === 'receive' && isByRuleOnly !== true);
  const bands = structure.scoring.bands.slice(0, -1).map(({ code }) => code);
  return structure.dimensions.flatMap(({ code: dimension }) =>
    bands
      .filter((band) => {
        const isHelped = helping.some(({ dimensions }) =>
          dimensions.some(({ code, bands: met }) => code === dimension && met.includes(band)),
        );
        const isDeclared = declaredGaps.some((gap) => gap.dimension === dimension && gap.bands.includes(band));
        return !isHelped && !isDeclared;
      })
      .map((band) =>
        catalogueIssue(
          'need-without-package',
          `packages/${dimension}/${band}`,
          `${dimension} ${band} has neither a package nor a declared gap`,
        ),
      ),
  );
}
