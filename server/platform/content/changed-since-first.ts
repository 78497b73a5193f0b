import { isComparable } from '#shared/domain/instrument/version/comparability.ts';
import type { PublishedContent } from './published-content.ts';

/** Of the items those that mean something else in a version than in the first of all, which rules that ship were written for. */
export async function changedSinceFirst(
  published: Pick<PublishedContent, 'itemMapSinceFirst'>,
  instrumentVersionId: string,
  items: readonly string[],
): Promise<string[]> {
  const relations = await published.itemMapSinceFirst(instrumentVersionId);
  return relations === undefined ? [] : items.filter((item) => !isComparable(relations.get(item)));
}
