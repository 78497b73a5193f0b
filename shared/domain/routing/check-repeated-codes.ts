import { repeatedCodes } from '../repeated-codes.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueIssue } from './catalogue-issue.ts';

/** Codes that stand for two things of the same kind: only the first of them would ever be found. */
export function checkRepeatedCodes(catalogue: Catalogue): CatalogueIssue[] {
  const byCode = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code);
  const lists = {
    priorities: byCode(catalogue.priorities),
    steps: byCode(catalogue.steps),
    providers: byCode(catalogue.providers),
    branchProviders: catalogue.branchProviders.map(({ branch }) => branch),
    packages: byCode(catalogue.packages),
    attachments: byCode(catalogue.attachments),
    notices: byCode(catalogue.notices),
    conflicts: byCode(catalogue.conflicts ?? []),
    declaredGaps: catalogue.declaredGaps.map(({ dimension }) => dimension),
    rules: catalogue.rules.map(({ id }) => id),
  };
  return Object.entries(lists).flatMap(([list, codes]) =>
    [...repeatedCodes(codes)].map((code) =>
      catalogueIssue('repeated-code', `${list}/${code}`, `${code} is given twice`),
    ),
  );
}
