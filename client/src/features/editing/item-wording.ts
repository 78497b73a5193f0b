import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { compileItem } from '#shared/domain/instrument/compile-item.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';

/** As `diffVersions` sees it: a text that is other, new or gone, or a size note for other sizes. */
export function isReworded(item: ItemSource, { structure, texts }: Definition): boolean {
  const published = structure.items.find(({ code }) => code === item.code);
  if (published === undefined) return false;
  const written = compileItem(item, 'score');
  const keys = Object.keys(texts.sv).filter((key) => key.startsWith(`${item.code}.`));
  return (
    keys.length !== written.texts.length ||
    written.texts.some(([key, { sv, en }]) => texts.sv[key] !== sv.trim() || texts.en[key] !== en.trim()) ||
    canonicalJson(published.sizeNotes) !== canonicalJson(written.item.sizeNotes)
  );
}

/** Whether two items have every text in common: what was stated of the one's meaning holds for the other. */
export function isWordedAlike(one: ItemSource, other: ItemSource): boolean {
  const textsOf = (item: ItemSource) => canonicalJson(compileItem(item, 'score').texts);
  return textsOf(one) === textsOf(other);
}
