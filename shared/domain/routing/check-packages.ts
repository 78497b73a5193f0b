import { languages } from '../language.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue, unknownCodes } from './catalogue-issue.ts';
import { checkCondition } from './check-condition.ts';
import type { KnownCodes } from './known-codes.ts';
import type { Package } from './package.ts';

/** Packages that name what does not exist, or lack the step or the green statement that each must carry. */
export function checkPackages({ packages }: Catalogue, known: KnownCodes): CatalogueIssue[] {
  return packages.flatMap((each) => {
    const path = `packages/${each.code}`;
    return [
      ...checkNames(each, path, known),
      ...checkPurpose(each, path),
      ...(each.criteria === undefined ? [] : checkCondition(each.criteria.when, `${path}/criteria`, known)),
      ...(each.comesAfter === undefined ? [] : checkCondition(each.comesAfter.when, `${path}/comesAfter`, known)),
    ];
  });
}

function checkNames(each: Package, path: string, known: KnownCodes): CatalogueIssue[] {
  const dimensions = each.dimensions.map(({ code }) => code);
  const bands = each.dimensions.flatMap((one) => one.bands);
  return [
    ...unknownCodes('provider', `${path}/providers`, each.providers, known.providers),
    ...unknownCodes('dimension', `${path}/dimensions`, dimensions, known.dimensions),
    ...unknownCodes('band', `${path}/dimensions`, bands, known.bands),
    ...unknownCodes('step', `${path}/steps`, each.steps, known.steps),
    ...unknownCodes('priority', `${path}/priority`, [each.priority], known.priorities),
    ...unknownCodes('branch', `${path}/branches`, each.branches, known.branches),
    ...unknownCodes('package', `${path}/complements`, each.complements, known.packages),
  ];
}

function checkPurpose({ steps, greenStatement }: Package, path: string): CatalogueIssue[] {
  const isSilent = languages.some((language) => greenStatement[language].trim() === '');
  return [
    ...(steps.length > 0
      ? []
      : [catalogueIssue('no-step', `${path}/steps`, 'a package serves a step of the strategy')]),
    ...(isSilent
      ? [catalogueIssue('no-green-statement', `${path}/greenStatement`, 'a package says what it does for the climate')]
      : []),
  ];
}
