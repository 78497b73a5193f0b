import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue, unknownCodes } from './catalogue-issue.ts';

/**
 * Forms of support that packages name and the strategy does not have (`unknown-support-form`, a fault), and forms of the
 * strategy that no package consists of (`unused-support-form`, to be known rather than mended: some are for the regions
 * to carry out, not for firms to take part in). `knownCodes` are the strategy's forms; the order of the second kind is
 * theirs.
 */
export function checkSupportForms({ packages }: Catalogue, knownCodes: readonly string[]): CatalogueIssue[] {
  const known = new Set(knownCodes);
  const used = new Set(packages.flatMap(({ supportForms = [] }) => supportForms));
  return [
    ...packages.flatMap(({ code, supportForms = [] }) =>
      unknownCodes('support-form', `packages/${code}/supportForms`, supportForms, known),
    ),
    ...[...known]
      .filter((code) => !used.has(code))
      .map((code) => catalogueIssue('unused-support-form', `supportForms/${code}`, `no package consists of ${code}`)),
  ];
}
