import type { BlockSource, DimensionSource } from '#shared/domain/instrument/source.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useEditing } from './draft-context.tsx';

type Section = DimensionSource | BlockSource;

export type SectionInDraft = { readonly source: Section; readonly items: Section['items']; readonly name: string };

/** The dimension or block of this code as the draft has it; undefined when there is none. */
export function useSection(code: string): SectionInDraft | undefined {
  const { dimensions, blocks } = useEditing().draft.content.sources;
  const localise = useLocalised();
  const source = [...dimensions, ...blocks].find((section) => section.code === code);
  return source === undefined ? undefined : { source, items: source.items, name: localise(source.name) };
}
