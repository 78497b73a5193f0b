import { checkDefinition } from '../check-definition.ts';
import { checkReach } from '../check-reach.ts';
import { assembleDefinition } from '../compile-definition.ts';
import type { Definition } from '../definition.ts';
import type { DefinitionIssue } from '../definition-issue.ts';
import { fileOfCode } from '../file-of-code.ts';
import { indexStructure } from '../index-structure.ts';
import { checkChange, checkMeanings } from '../version/check-change.ts';
import { diffVersions, isUnchanged } from '../version/difference.ts';
import { checkWording } from '../wording/check-wording.ts';
import type { Draft } from './draft.ts';

/** What a draft is measured against: the version it will follow, and every code that was ever used. */
export type PublishContext = {
  readonly before: Definition | null;
  readonly retiredCodes: ReadonlySet<string>;
  /** Items that routing asks about: a rule whose question has gone would silently never fire. */
  readonly neededItems: ReadonlySet<string>;
};

function checkTranslations({ translatedFrom }: Draft): DefinitionIssue[] {
  return Object.keys(translatedFrom).map((key) => ({
    file: fileOfCode(key),
    path: key,
    code: 'translation-stale',
    reason: 'the Swedish has changed since the English was written',
  }));
}

function checkNeeds(before: Definition, after: Definition, neededItems: ReadonlySet<string>): DefinitionIssue[] {
  const standing = indexStructure(after.structure).items;
  return before.structure.items
    .filter(({ code }) => neededItems.has(code) && !standing.has(code))
    .map(({ code }) => ({
      file: fileOfCode(code),
      path: code,
      code: 'needed-by-routing',
      reason: 'routing asks about it',
    }));
}

function checkAgainst(before: Definition, after: Definition, draft: Draft, context: PublishContext) {
  const difference = diffVersions(before, after, draft.meanings);
  const nothing = { file: 'instrument.yaml', path: '', code: 'nothing-changed', reason: 'no word or rule differs' };
  return [
    ...(isUnchanged(difference) ? [nothing] : []),
    ...checkChange(before, after, context.retiredCodes),
    ...checkMeanings(after, difference),
    ...checkNeeds(before, after, context.neededItems),
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
