import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { instrumentParts } from '#shared/domain/instrument/draft/edit.ts';

/** Editors by the place they were the last to change (`item D1 D1.1`, `order D1`, `forms`). */
export type PlaceEditors = Readonly<Record<string, string>>;

const instrumentTexts: Readonly<Record<string, string>> = {
  ALL: 'perDimension',
  scale: 'scale',
  form: 'forms',
  staged: 'stagedLevels',
};

/** The place that the words of a key are edited at. */
function placeOfText(key: string): string {
  const [section = '', part = ''] = key.split('.');
  const isHead = ['name', 'about', 'band', 'feedback'].includes(part);
  return instrumentTexts[section] ?? (isHead ? `section ${section}` : `item ${section} ${section}.${part}`);
}

export function placeOf(edit: DraftEdit): string {
  switch (edit.kind) {
    case 'item':
    case 'new-item':
      return `item ${edit.section} ${edit.item.code}`;
    case 'remove-item':
      return `item ${edit.section} ${edit.code}`;
    case 'order':
    case 'section':
      return `${edit.kind} ${edit.section}`;
    case 'scale':
    case 'stagedLevels':
    case 'perDimension':
    case 'forms':
    case 'scoring':
      return edit.kind;
    case 'meaning':
      return placeOfText(`${edit.code}.`);
    case 'translation-confirmed':
      return placeOfText(edit.key);
  }
}

/** What stands at every place, and what is said of its meaning, as text that can be compared. */
function contentByPlace({ sources, meanings }: Draft): ReadonlyMap<string, string> {
  const ofClosing = Object.entries(meanings).filter(([code]) => code.startsWith('ALL.'));
  const sections = [...sources.dimensions, ...sources.blocks].flatMap(({ items, ...head }) => [
    [`section ${head.code}`, canonicalJson(head)] as const,
    [`order ${head.code}`, canonicalJson(items.map(({ code }) => code))] as const,
    ...items.map((item) => {
      const stated = meanings[item.code] ?? null;
      return [`item ${head.code} ${item.code}`, canonicalJson([item, stated])] as const;
    }),
  ]);
  return new Map([
    ...sections,
    ...instrumentParts.map((part) => {
      const stated = part === 'perDimension' ? Object.fromEntries(ofClosing) : {};
      return [part, canonicalJson([sources.instrument[part], stated])] as const;
    }),
  ]);
}

/** The editors by place after one more change, whatever it touched. */
export function noteEditor(known: PlaceEditors, before: Draft, after: Draft, editor: string): PlaceEditors {
  const earlier = contentByPlace(before);
  const later = contentByPlace(after);
  const places = new Set([...earlier.keys(), ...later.keys()]);
  const changed = [...places].filter((place) => earlier.get(place) !== later.get(place));
  return { ...known, ...Object.fromEntries(changed.map((place) => [place, editor])) };
}
