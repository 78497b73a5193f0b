import { isSameJson } from '../../canonical-json.ts';
import { keyedTextsOf } from '../compile-definition.ts';
import type { BlockSource, DimensionSource, InstrumentSources, ItemSource } from '../source.ts';
import { instrumentSourcesSchema } from '../source.ts';
import { wordingCodeOf, wordsUnder } from '../version/item-words.ts';
import type { Draft } from './draft.ts';
import type { DraftEdit, SectionHead } from './edit.ts';
import { listRemoved, trackTranslations } from './track-translations.ts';

/** `shape-broken`: a section would be left without items, a block with more than one screen holds, or with bands. */
export type EditRefusal = 'place-missing' | 'code-taken' | 'order-incomplete' | 'shape-broken';
export type Applied =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly refusal: EditRefusal };

type Section = DimensionSource | BlockSource;

function findSection(sources: InstrumentSources, code: string): Section | undefined {
  return [...sources.dimensions, ...sources.blocks].find((section) => section.code === code);
}

function headOf(section: Section): SectionHead {
  const { name, about } = section;
  return 'bands' in section ? { name, about, bands: section.bands } : { name, about };
}

/**
 * What the draft holds at the place an edit concerns: what an editor must have seen before changing it or stating
 * something about it. Null when there is nothing there. Whoever states a meaning must have seen what has been stated:
 * `meaning`, beside the words or among the fields of the item; null when nothing has.
 */
export function contentAt({ sources, meanings }: Draft, edit: DraftEdit): unknown {
  switch (edit.kind) {
    case 'item': {
      const item = findSection(sources, edit.section)?.items.find(({ code }) => code === edit.item.code);
      if (item === undefined) return null;
      return edit.meaning === undefined ? item : { ...item, meaning: meanings[edit.item.code] ?? null };
    }
    case 'new-item':
      return findSection(sources, edit.section)?.items.find(({ code }) => code === edit.item.code) ?? null;
    case 'remove-item':
      return findSection(sources, edit.section)?.items.find(({ code }) => code === edit.code) ?? null;
    case 'order':
      return findSection(sources, edit.section)?.items.map(({ code }) => code) ?? null;
    case 'section': {
      const found = findSection(sources, edit.section);
      return found === undefined ? null : headOf(found);
    }
    case 'scale':
    case 'stagedLevels':
    case 'perDimension':
    case 'forms':
    case 'scoring':
      return sources.instrument[edit.kind];
    case 'translation-confirmed':
      return keyedTextsOf(sources).get(edit.key) ?? null;
    case 'meaning': {
      const words = wordsUnder(edit.code, keyedTextsOf(sources));
      return words === undefined ? null : { ...words, meaning: meanings[edit.code] ?? null };
    }
  }
}

function withSection(sources: InstrumentSources, code: string, change: (section: Section) => Section) {
  const apply = <T extends Section>(section: T): T => (section.code === code ? (change(section) as T) : section);
  return { ...sources, dimensions: sources.dimensions.map(apply), blocks: sources.blocks.map(apply) };
}

function withItems(sources: InstrumentSources, section: string, change: (items: ItemSource[]) => ItemSource[]) {
  return withSection(sources, section, (found) => ({ ...found, items: change(found.items) }));
}

function sorted(items: readonly ItemSource[], codes: readonly string[]): ItemSource[] {
  return codes.flatMap((code) => items.filter((item) => item.code === code));
}

function refusalOf(draft: Draft, edit: DraftEdit): EditRefusal | undefined {
  const here = contentAt(draft, edit);
  if (edit.kind === 'new-item') {
    if (findSection(draft.sources, edit.section) === undefined) return 'place-missing';
    return here === null ? undefined : 'code-taken';
  }
  if (here === null) return 'place-missing';
  if (edit.kind !== 'order') return undefined;
  return isSameJson([...(here as string[])].sort(), [...edit.codes].sort()) ? undefined : 'order-incomplete';
}

function changedSources(sources: InstrumentSources, edit: DraftEdit): InstrumentSources {
  switch (edit.kind) {
    case 'item':
      return withItems(sources, edit.section, (items) =>
        items.map((item) => (item.code === edit.item.code ? edit.item : item)),
      );
    case 'new-item':
      return withItems(sources, edit.section, (items) => [...items, edit.item]);
    case 'remove-item':
      return withItems(sources, edit.section, (items) => items.filter(({ code }) => code !== edit.code));
    case 'order':
      return withItems(sources, edit.section, (items) => sorted(items, edit.codes));
    case 'section':
      return withSection(sources, edit.section, (section) => ({ ...section, ...edit.head }));
    case 'scale':
    case 'stagedLevels':
    case 'perDimension':
    case 'forms':
    case 'scoring':
      return { ...sources, instrument: { ...sources.instrument, [edit.kind]: edit.value } };
    case 'translation-confirmed':
    case 'meaning':
      return sources;
  }
}

/**
 * Codes under which words were changed, added or taken away: a statement about their meaning concerned what stood
 * there before.
 */
function rewordedCodes(before: InstrumentSources, after: InstrumentSources): ReadonlySet<string> {
  const earlier = keyedTextsOf(before);
  const later = keyedTextsOf(after);
  const changed = [...new Set([...earlier.keys(), ...later.keys()])].filter((key) => {
    const [old, text] = [earlier.get(key), later.get(key)];
    return old?.sv !== text?.sv || old?.en !== text?.en;
  });
  return new Set(changed.flatMap((key) => wordingCodeOf(key) ?? []));
}

function without<T>(record: Readonly<Record<string, T>>, isGone: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isGone(key)));
}

function statedMeaning(edit: DraftEdit): Draft['meanings'] {
  if (edit.kind === 'meaning') return { [edit.code]: edit.meaning };
  return edit.kind === 'item' && edit.meaning !== undefined ? { [edit.item.code]: edit.meaning } : {};
}

/**
 * The draft after one edit, with its translations and statements kept true: a Swedish text that changes alone
 * leaves its English stale, also when it was taken away and came back in between, and new words need a new statement
 * of their meaning. The draft given is not touched.
 */
export function applyEdit(draft: Draft, edit: DraftEdit): Applied {
  const refusal = refusalOf(draft, edit);
  if (refusal !== undefined) return { ok: false, refusal };
  const sources = changedSources(draft.sources, edit);
  if (!instrumentSourcesSchema.safeParse(sources).success) return { ok: false, refusal: 'shape-broken' };
  const reworded = rewordedCodes(draft.sources, sources);
  const meanings = { ...without(draft.meanings, (code) => reworded.has(code)), ...statedMeaning(edit) };
  return { ok: true, draft: { sources, ...trackedTexts(draft, sources, edit), meanings } };
}

function trackedTexts(draft: Draft, sources: InstrumentSources, edit: DraftEdit) {
  const earlier = new Map([...Object.entries(draft.removed ?? {}), ...keyedTextsOf(draft.sources)]);
  const later = keyedTextsOf(sources);
  const tracked = trackTranslations(earlier, later, draft.translatedFrom);
  const isConfirmed = (key: string) => edit.kind === 'translation-confirmed' && key === edit.key;
  const removed = listRemoved(earlier, later, draft.translatedFrom);
  return {
    translatedFrom: without(tracked, isConfirmed),
    ...(Object.keys(removed).length === 0 ? {} : { removed }),
  };
}
