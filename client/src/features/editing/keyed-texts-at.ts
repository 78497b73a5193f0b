import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import { compileItem } from '#shared/domain/instrument/compile-item.ts';
import type { DraftEdit, SectionHead } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

function withHead({ dimensions, blocks, ...rest }: InstrumentSources, code: string, head: SectionHead) {
  const put = <Section extends { code: string }>(section: Section): Section =>
    section.code === code ? { ...section, ...head } : section;
  return { ...rest, dimensions: dimensions.map(put), blocks: blocks.map(put) };
}

/** The words of the draft by their keys, with this content at the place of the edit. */
export function keyedTextsAt(
  sources: InstrumentSources,
  edit: DraftEdit,
  content: unknown,
): ReadonlyMap<string, LocalisedText> {
  if ('item' in edit) return new Map(compileItem(content as ItemSource, 'score').texts);
  if (edit.kind === 'section') return keyedTextsOf(withHead(sources, edit.section, content as SectionHead));
  return keyedTextsOf({ ...sources, instrument: { ...sources.instrument, [edit.kind]: content } });
}
