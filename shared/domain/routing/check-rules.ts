import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { unknownCodes, unusedTags } from './catalogue-issue.ts';
import { checkCondition } from './check-condition.ts';
import type { KnownCodes } from './known-codes.ts';
import type { PackageSelector, RuleEffect } from './routing-rule.ts';

/** Rules that ask about, or act on, what does not exist: they would silently do nothing. */
export function checkRules({ rules }: Catalogue, known: KnownCodes): CatalogueIssue[] {
  return rules.flatMap(({ id, when, effects }) => [
    ...checkCondition(when, `rules/${id}/when`, known),
    ...effects.flatMap((effect) => checkEffect(effect, `rules/${id}/effects`, known)),
  ]);
}

function checkEffect(effect: RuleEffect, path: string, known: KnownCodes): CatalogueIssue[] {
  switch (effect.effect) {
    case 'prefer':
    case 'postpone':
    case 'withhold':
      return checkSelector(effect.packages, path, known);
    case 'include':
      return unknownCodes('package', path, effect.codes, known.packages);
    case 'attach':
      return [
        ...unknownCodes('attachment', path, [effect.attachment], known.attachments),
        ...checkSelector(effect.to ?? {}, path, known),
      ];
    case 'notice':
      return unknownCodes('notice', path, [effect.notice], known.notices);
    case 'emphasise':
      return unknownCodes('dimension', path, effect.dimensions, known.dimensions);
    case 'sequence':
      return [...checkSelector(effect.first, path, known), ...checkSelector(effect.later, path, known)];
    case 'one-theme':
    case 'propose-cohort':
      return [];
  }
}

function checkSelector(selector: PackageSelector, path: string, known: KnownCodes): CatalogueIssue[] {
  return [
    ...unknownCodes('package', path, selector.codes ?? [], known.packages),
    ...unknownCodes('dimension', path, selector.dimensions ?? [], known.dimensions),
    ...unusedTags(path, selector.tags ?? [], known.tags),
  ];
}
