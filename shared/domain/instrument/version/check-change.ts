import { canonicalJson } from '../../canonical-json.ts';
import type { Definition } from '../definition.ts';
import type { DefinitionIssue } from '../definition-issue.ts';
import { fileOfCode } from '../file-of-code.ts';
import { indexStructure } from '../index-structure.ts';
import { itemTextKeys } from '../text-keys.ts';
import type { VersionDifference } from './difference.ts';
import { textAt, wordsByCode } from './item-words.ts';

function issue(code: string, path: string, reason: string): DefinitionIssue {
  return { file: fileOfCode(path), path, code, reason };
}

/** Codes of items and choices, each with what it stands for as text that can be compared. */
export type CodeMeanings = ReadonlyMap<string, string>;

/** Published versions never change and are asked about with every look at a draft. */
const known = new WeakMap<Definition, CodeMeanings>();

/**
 * The codes of a definition that are theirs for good, once used: of items (`D1.1`), with their kind and words, and of
 * choices (`IB.sales/none`), with their words. Words that many items share say nothing of a single one of them, and
 * their choices stand once, under the code of the words (`ALL.wish/later`).
 */
export function permanentCodesOf(definition: Definition): CodeMeanings {
  const remembered = known.get(definition);
  if (remembered !== undefined) return remembered;
  const codes = listPermanentCodes(definition);
  known.set(definition, codes);
  return codes;
}

function listPermanentCodes(definition: Definition): CodeMeanings {
  const words = wordsByCode(definition);
  return new Map(
    definition.structure.items.flatMap((item) => {
      const own = item.code === item.textCode ? words.get(item.code) : undefined;
      const choices = 'choices' in item ? item.choices : [];
      return [
        [item.code, canonicalJson([item.kind, own ?? null])] as const,
        ...choices.map(({ code }) => {
          const text = textAt(definition, itemTextKeys.choice(item, code));
          return [`${item.textCode}/${code}`, canonicalJson(text)] as const;
        }),
      ];
    }),
  );
}

/**
 * The codes that published versions used and `before` does not have, each with what it stood for in the last version
 * that had it. `versions` are given oldest first; `before` may be among them.
 */
export function retiredCodesOf(versions: readonly Definition[], before: Definition): CodeMeanings {
  const standing = permanentCodesOf(before);
  const used = versions.flatMap((version) => [...permanentCodesOf(version)]);
  return new Map(used.filter(([code]) => !standing.has(code)));
}

/**
 * Changes that no statement of the editor can make good, each with its reason: another kind of question under the
 * same code, and a code of an earlier version that comes back for something else. What comes back just as it was last
 * published is the same question, and may. `retired` is as `retiredCodesOf` gives it.
 */
export function checkChange(before: Definition, after: Definition, retired: CodeMeanings): DefinitionIssue[] {
  const earlier = indexStructure(before.structure).items;
  return [
    ...after.structure.items.flatMap((item) => {
      const old = earlier.get(item.code);
      return old === undefined || old.kind === item.kind
        ? []
        : [issue('kind-changed', item.code, `${item.code} was ${old.kind}: give ${item.kind} a code of its own`)];
    }),
    ...[...permanentCodesOf(after)]
      .filter(([code, meaning]) => (retired.get(code) ?? meaning) !== meaning)
      .map(([code]) => issue('code-reused', code, `${code} stood for something else in an earlier version`)),
  ];
}

/** Reworded items of which the editor has not yet said whether they still ask the same; one per shared wording. */
export function checkMeanings(after: Definition, difference: VersionDifference): DefinitionIssue[] {
  const { items } = indexStructure(after.structure);
  const silent = difference.items.filter(({ kinds, meaning }) => kinds.includes('reworded') && meaning === null);
  const codes = new Set(silent.map(({ code }) => items.get(code)?.textCode ?? code));
  return [...codes].map((code) => issue('meaning-not-stated', code, 'say whether the item still asks the same'));
}

/** Scoring rules that differ under the name they had: the name is stored with every score and must tell them apart. */
export function checkRulesName({ scoring }: VersionDifference): DefinitionIssue[] {
  if (scoring.length === 0 || scoring.includes('version')) return [];
  return [issue('rules-not-renamed', 'scoring/version', 'the rules differ: give them a name of their own')];
}
