import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue, unknownCodes, unusedTags } from './catalogue-issue.ts';
import type { KnownCodes } from './known-codes.ts';
import { componentCodes } from './ranking.ts';

/** Numbers of the ranking that are missing, or that belong to nothing. */
export function checkRanking({ ranking }: Catalogue, known: KnownCodes): CatalogueIssue[] {
  const weighted = new Set(Object.keys(ranking.weights));
  const factors = new Set(Object.keys(ranking.wishFactors));
  const tags = [ranking.greenTag, ranking.crossActorTag];
  return [
    ...componentCodes
      .filter((code) => !weighted.has(code))
      .map((code) => catalogueIssue('missing-weight', `ranking/weights/${code}`, `${code} has no weight`)),
    ...[...known.wishes]
      .filter((wish) => !factors.has(wish))
      .map((wish) => catalogueIssue('missing-wish-factor', 'ranking/wishFactors', `the wish ${wish} has no factor`)),
    ...unknownCodes('wish', 'ranking/ownPriority', ranking.ownPriority.wishes, known.wishes),
    ...unusedTags('ranking', tags, known.tags),
  ];
}
