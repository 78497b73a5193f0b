import type { LocalisedText } from '../language.ts';
import { languages } from '../language.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue, unknownCodes } from './catalogue-issue.ts';
import { checkCondition } from './check-condition.ts';
import type { KnownCodes } from './known-codes.ts';
import type { Package } from './package.ts';

/** Packages that name what does not exist, or lack what each must carry. */
export function checkPackages({ packages }: Catalogue, known: KnownCodes): CatalogueIssue[] {
  return packages.flatMap((each) => {
    const path = `packages/${each.code}`;
    return [
      ...checkNames(each, path, known),
      ...checkPurpose(each, path),
      ...checkGroup(each, path),
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

function checkPurpose({ steps, greenStatement, forWhom, supportForms = [] }: Package, path: string): CatalogueIssue[] {
  return [
    ...(steps.length > 0
      ? []
      : [catalogueIssue('no-step', `${path}/steps`, 'a package serves a step of the strategy')]),
    ...(isSaid(greenStatement)
      ? []
      : [
          catalogueIssue('no-green-statement', `${path}/greenStatement`, 'a package says what it does for the climate'),
        ]),
    ...(isSaid(forWhom)
      ? []
      : [catalogueIssue('no-for-whom', `${path}/forWhom`, 'a package says which firms it is made for')]),
    ...(supportForms.length > 0
      ? []
      : [catalogueIssue('no-support-form', `${path}/supportForms`, 'a package consists of forms of support')]),
  ];
}

const isSaid = (text: LocalisedText | undefined): boolean =>
  text !== undefined && languages.every((language) => text[language].trim() !== '');

function checkGroup({ format, groupSize }: Package, path: string): CatalogueIssue[] {
  const place = `${path}/groupSize`;
  if (groupSize === null) {
    return format === 'individual'
      ? []
      : [catalogueIssue('no-group-size', place, 'only a package for one firm at a time has no group size')];
  }
  return groupSize.minimum <= groupSize.maximum && format !== 'individual'
    ? []
    : [
        catalogueIssue(
          'wrong-group-size',
          place,
          'the smallest group is no larger than the largest, and one firm at a time is no group',
        ),
      ];
}
