import type { Definition } from '../definition.ts';
import type { DefinitionIssue } from '../definition-issue.ts';
import { fileOfCode } from '../file-of-code.ts';
import { indexStructure } from '../index-structure.ts';
import type { Item } from '../item.ts';
import type { VersionDifference } from './difference.ts';

function issue(code: string, path: string, reason: string): DefinitionIssue {
  return { file: fileOfCode(path), path, code, reason };
}

/** Codes of the items and choices (`D1.1`, `IB.sales/none`) of a definition: once used, theirs for good. */
export function permanentCodesOf({ structure }: Definition): string[] {
  return structure.items.flatMap((item) => [item.code, ...choiceCodes(item)]);
}

function choiceCodes(item: Item): string[] {
  return 'choices' in item ? item.choices.map(({ code }) => `${item.code}/${code}`) : [];
}

/**
 * Changes that no statement of the editor can make good, each with its reason: another kind of question under the
 * same code, and a code of an earlier version that comes back for something else. `retired` holds the codes of all
 * earlier versions.
 */
export function checkChange(before: Definition, after: Definition, retired: ReadonlySet<string>): DefinitionIssue[] {
  const earlier = indexStructure(before.structure).items;
  const standing = new Set(permanentCodesOf(before));
  return [
    ...after.structure.items.flatMap((item) => {
      const old = earlier.get(item.code);
      return old === undefined || old.kind === item.kind
        ? []
        : [issue('kind-changed', item.code, `${item.code} was ${old.kind}: give ${item.kind} a code of its own`)];
    }),
    ...permanentCodesOf(after)
      .filter((code) => retired.has(code) && !standing.has(code))
      .map((code) => issue('code-reused', code, `${code} was used in an earlier version and then taken away`)),
  ];
}

/** Reworded items of which the editor has not yet said whether they still ask the same; one per shared wording. */
export function checkMeanings(after: Definition, difference: VersionDifference): DefinitionIssue[] {
  const { items } = indexStructure(after.structure);
  const silent = difference.items.filter(({ kinds, meaning }) => kinds.includes('reworded') && meaning === null);
  const codes = new Set(silent.map(({ code }) => items.get(code)?.textCode ?? code));
  return [...codes].map((code) => issue('meaning-not-stated', code, 'say whether the item still asks the same'));
}
