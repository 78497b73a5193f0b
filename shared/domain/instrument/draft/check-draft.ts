import type { Catalogue } from '../../routing/catalogue.ts';
import { checkStructureChange } from '../../routing/check-structure-change.ts';
import { checkDefinition } from '../check-definition.ts';
import { checkReach } from '../check-reach.ts';
import { assembleDefinition } from '../compile-definition.ts';
import type { Definition } from '../definition.ts';
import type { DefinitionIssue } from '../definition-issue.ts';
import { fileOfCode } from '../file-of-code.ts';
import { type CodeMeanings, checkChange, checkMeanings, checkRulesName } from '../version/check-change.ts';
import { diffVersions, isUnchanged } from '../version/difference.ts';
import { checkWording } from '../wording/check-wording.ts';
import type { Draft } from './draft.ts';

/** What a draft is measured against. */
export type PublishContext = {
  /** The version it will follow. */
  readonly before: Definition | null;
  /** Codes of earlier versions that `before` does not have; see `retiredCodesOf`. */
  readonly retired: CodeMeanings;
  /** The catalogue in use, if need be without its prose; null when no routing follows. */
  readonly catalogue: Catalogue | null;
};

function checkTranslations({ translatedFrom }: Draft): DefinitionIssue[] {
  return Object.keys(translatedFrom).map((key) => ({
    file: fileOfCode(key),
    path: key,
    code: 'translation-stale',
    reason: 'the Swedish has changed since the English was written',
  }));
}

/** A rule whose question, area or band has gone would silently never fire again. */
function checkRouting(before: Definition, after: Definition, catalogue: Catalogue): DefinitionIssue[] {
  return checkStructureChange(catalogue, before.structure, after.structure).map(({ path, detail }) => ({
    file: 'instrument.yaml',
    path,
    code: 'routing-broken',
    reason: detail,
    about: { place: path },
  }));
}

function checkAgainst(before: Definition, after: Definition, draft: Draft, context: PublishContext) {
  const difference = diffVersions(before, after, draft.meanings);
  const nothing = { file: 'instrument.yaml', path: '', code: 'nothing-changed', reason: 'no word or rule differs' };
  return [
    ...(isUnchanged(difference) ? [nothing] : []),
    ...checkChange(before, after, context.retired),
    ...checkMeanings(after, difference),
    ...checkRulesName(difference),
    ...(context.catalogue === null ? [] : checkRouting(before, after, context.catalogue)),
  ];
}

/** Everything that keeps a draft from being published; an empty list means that it may be. */
export function checkDraft(draft: Draft, context: PublishContext): DefinitionIssue[] {
  const definition = assembleDefinition(draft.sources);
  return [
    ...checkDefinition(definition),
    ...checkReach(definition),
    ...checkWording(definition),
    ...checkTranslations(draft),
    ...(context.before === null ? [] : checkAgainst(context.before, definition, draft, context)),
  ];
}
