import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { unknownCodes } from './catalogue-issue.ts';
import type { KnownCodes } from './known-codes.ts';

/** What stands beside packages and rules, and names what does not exist. */
export function checkCompanions(catalogue: Catalogue, known: KnownCodes): CatalogueIssue[] {
  const { steps, branchProviders, attachments, declaredGaps, conflicts = [] } = catalogue;
  return [
    ...steps.flatMap(({ code }) => {
      const [priority = code] = code.split('.');
      return unknownCodes('priority', `steps/${code}`, [priority], known.priorities);
    }),
    ...branchProviders.flatMap(({ branch, providers }) => {
      const named = providers.map(({ provider }) => provider);
      return unknownCodes('provider', `branchProviders/${branch}`, named, known.providers);
    }),
    ...attachments.flatMap((each) => unknownCodes('step', `attachments/${each.code}/steps`, each.steps, known.steps)),
    ...conflicts.flatMap(({ code, packages }) =>
      unknownCodes('package', `conflicts/${code}`, packages, known.packages),
    ),
    ...declaredGaps.flatMap(({ dimension, bands }) => {
      const path = `declaredGaps/${dimension}`;
      return [
        ...unknownCodes('dimension', path, [dimension], known.dimensions),
        ...unknownCodes('band', path, bands, known.bands),
      ];
    }),
  ];
}
