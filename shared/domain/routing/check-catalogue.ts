import type { Structure } from '../instrument/definition.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCompanions } from './check-companions.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkPackages } from './check-packages.ts';
import { checkRanking } from './check-ranking.ts';
import { checkRepeatedCodes } from './check-repeated-codes.ts';
import { checkRules } from './check-rules.ts';
import { checkTexts } from './check-texts.ts';
import { listKnownCodes } from './known-codes.ts';

/** What keeps a well-formed catalogue from being used with an instrument: names of nothing, needs and words left out. */
export function checkCatalogue(catalogue: Catalogue, structure: Structure): CatalogueIssue[] {
  const known = listKnownCodes(catalogue, structure);
  return [
    ...checkRepeatedCodes(catalogue),
    ...checkPackages(catalogue, known),
    ...checkCompanions(catalogue, known),
    ...checkRules(catalogue, known),
    ...checkRanking(catalogue, known),
    ...checkCoverage(catalogue, structure),
    ...checkTexts(catalogue, known),
  ];
}
