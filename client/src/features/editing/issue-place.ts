import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';

const itemCode = /^[A-Z]{1,3}[0-9]{0,2}\.[a-z0-9-]+/;
const inList = /^structure\/(items|dimensions|forms)\/([0-9]+)/;
const inTexts = /^texts\/(?:sv|en)\/(.+)$/;

/** The code of the question that an issue is found in; empty when it is found in none. */
export function itemOfIssue({ path }: Pick<DefinitionIssue, 'path'>): string {
  return itemCode.exec(path)?.[0] ?? '';
}

/** A place in a compiled version (`structure/items/3/choices`) as the code or key that a draft knows it by. */
export function draftPath({ structure }: Definition, path: string): string {
  const key = inTexts.exec(path)?.[1];
  if (key !== undefined) return key;
  const [, list, index] = inList.exec(path) ?? [];
  if (list === undefined) return path.replace(/^structure\/?/, '');
  const code = structure[list as 'items' | 'dimensions' | 'forms'][Number(index)]?.code ?? '';
  return list === 'forms' ? `forms/${code}` : code;
}
