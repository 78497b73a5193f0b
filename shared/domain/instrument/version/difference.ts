import * as z from 'zod/mini';
import { isSameJson } from '../../canonical-json.ts';
import { type LocalisedText, languages } from '../../language.ts';
import type { Definition } from '../definition.ts';
import { indexStructure } from '../index-structure.ts';
import type { Item } from '../item.ts';
import { textAt, wordingCodeOf } from './item-words.ts';

/**
 * What the editor says of a reworded item: that it still asks the same, so that answers before and after may be
 * compared, or that it now asks something else.
 */
export const meaningSchema = z.enum(['kept', 'changed']);
export type Meaning = z.infer<typeof meaningSchema>;
export type Meanings = Readonly<Record<string, Meaning>>;

export const changeKinds = ['added', 'removed', 'reworded', 'moved', 'rescaled', 'reweighted', 'path-changed'] as const;
export const changeKindSchema = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof changeKindSchema>;

export type TextChange = {
  readonly key: string;
  readonly before: LocalisedText | null;
  readonly after: LocalisedText | null;
};

export type ItemChange = {
  readonly code: string;
  readonly kinds: readonly ChangeKind[];
  /** Of a reworded item; null when it was not reworded or nothing has been said. */
  readonly meaning: Meaning | null;
  readonly texts: readonly TextChange[];
};

/** Parts of the scoring that a version carries with it. */
export type ScoringPart = 'version' | 'ladderPoints' | 'minimumShareAnswered' | 'bands' | 'stagedLevels' | 'gaps';

export type VersionDifference = {
  /** Items that differ, in the order of the later version and then those that have gone. */
  readonly items: readonly ItemChange[];
  /** Words that belong to no item: names, scale, feedback. */
  readonly texts: readonly TextChange[];
  readonly scoring: readonly ScoringPart[];
  /** Forms whose name, length or sections differ. */
  readonly forms: readonly string[];
};

const scoringParts: readonly ScoringPart[] = [
  'version',
  'ladderPoints',
  'minimumShareAnswered',
  'bands',
  'stagedLevels',
  'gaps',
];

function textChanges(before: Definition, after: Definition): TextChange[] {
  const keys = new Set([before, after].flatMap(({ texts }) => languages.flatMap((code) => Object.keys(texts[code]))));
  return [...keys].sort().flatMap((key) => {
    const change = { key, before: textAt(before, key), after: textAt(after, key) };
    return isSameJson(change.before, change.after) ? [] : [change];
  });
}

/** What an answer's points and bounds rest on. */
function scaleOf(item: Item): unknown {
  switch (item.kind) {
    case 'ladder':
      return item.kind;
    case 'single-choice':
    case 'multiple-choice':
      return [item.kind, item.choices];
    case 'number':
      return [item.kind, item.minimum, item.maximum, item.decimals];
    case 'yes-no':
      return [item.kind, item.points ?? null];
    case 'text':
      return [item.kind, item.maximumLength];
  }
}

/** Where an item stands: its dimension with its part, and the section of each form that asks it. */
function placesOf({ structure }: Definition): ReadonlyMap<string, string> {
  const places = new Map<string, string[]>();
  const note = (code: string, place: string) => places.set(code, [...(places.get(code) ?? []), place]);
  for (const { code, part, items } of structure.dimensions) for (const item of items) note(item, `${part}/${code}`);
  for (const { code, sections } of structure.forms) {
    for (const section of sections) {
      for (const item of section.steps.flatMap(({ items }) => items)) note(item, `${code}/${section.code}`);
    }
  }
  return new Map([...places].map(([code, list]) => [code, list.join(' ')]));
}

/** Items that stand in both versions but are asked in another order among each other. */
function reordered(before: Definition, after: Definition): ReadonlySet<string> {
  const codes = (definition: Definition, other: Definition) => {
    const { items } = indexStructure(other.structure);
    return definition.structure.items.map(({ code }) => code).filter((code) => items.has(code));
  };
  const earlier = codes(before, after);
  const later = codes(after, before);
  return longestCommonComplement(earlier, later);
}

/** The fewest codes whose moving turns one order into the other: those outside a longest rising run of places. */
function longestCommonComplement(earlier: readonly string[], later: readonly string[]): ReadonlySet<string> {
  const place = new Map(earlier.map((code, index) => [code, index]));
  const ends: { at: number; code: string; from: number }[] = [];
  const nodes: { code: string; from: number }[] = [];
  for (const code of later) {
    const at = place.get(code) ?? 0;
    let length = ends.findIndex((end) => end.at >= at);
    if (length < 0) length = ends.length;
    nodes.push({ code, from: ends[length - 1]?.from ?? -1 });
    ends[length] = { at, code, from: nodes.length - 1 };
  }
  const kept = new Set<string>();
  for (let node = ends.at(-1)?.from ?? -1; node >= 0; node = nodes[node]?.from ?? -1) kept.add(nodes[node]?.code ?? '');
  return new Set(later.filter((code) => !kept.has(code)));
}

type Sides = { readonly before: Definition; readonly after: Definition; readonly meanings: Meanings };

/** What of an item decides whether it is put to a firm, and with which ways out. */
function pathOf({ appliesWhen, allowsDontKnow, allowsNotApplicable }: Item): unknown {
  return [appliesWhen ?? null, allowsDontKnow, allowsNotApplicable];
}

function compareItem(old: Item, item: Item, facts: Record<'reworded' | 'moved' | 'ladderChanged', boolean>) {
  const found: Partial<Record<ChangeKind, boolean>> = {
    reworded: facts.reworded || !isSameJson(old.sizeNotes, item.sizeNotes),
    moved: facts.moved,
    rescaled: !isSameJson(scaleOf(old), scaleOf(item)) || (facts.ladderChanged && item.kind === 'ladder'),
    reweighted: old.weight !== item.weight,
    'path-changed': !isSameJson(pathOf(old), pathOf(item)),
  };
  return changeKinds.filter((kind) => found[kind] === true);
}

function itemChanges({ before, after, meanings }: Sides, texts: readonly TextChange[]): ItemChange[] {
  const earlier = indexStructure(before.structure).items;
  const later = indexStructure(after.structure).items;
  const ladderChanged = !isSameJson(before.structure.scoring.ladderPoints, after.structure.scoring.ladderPoints);
  const placesBefore = placesOf(before);
  const placesAfter = placesOf(after);
  const order = reordered(before, after);
  const textsOf = (item: Item) => texts.filter(({ key }) => wordingCodeOf(key) === item.textCode);
  const changeOf = (item: Item): ItemChange => {
    const old = earlier.get(item.code);
    const own = textsOf(item);
    if (old === undefined) return { code: item.code, kinds: ['added'], meaning: null, texts: own };
    const moved = order.has(item.code) || placesBefore.get(item.code) !== placesAfter.get(item.code);
    const kinds = compareItem(old, item, { reworded: own.length > 0, moved, ladderChanged });
    const meaning = kinds.includes('reworded') ? (meanings[item.textCode] ?? null) : null;
    return { code: item.code, kinds, meaning, texts: own };
  };
  const gone = [...earlier.values()].filter(({ code }) => !later.has(code));
  return [
    ...[...later.values()].map(changeOf).filter(({ kinds }) => kinds.length > 0),
    ...gone.map((item): ItemChange => ({ code: item.code, kinds: ['removed'], meaning: null, texts: textsOf(item) })),
  ];
}

/**
 * What differs between two versions of an instrument, item by item. The meaning of a reworded item is what the
 * editor said of it under the code its words are kept under (`ALL.wish` for all closing questions together).
 */
export function diffVersions(before: Definition, after: Definition, meanings: Meanings = {}): VersionDifference {
  const texts = textChanges(before, after);
  const formOf = (definition: Definition, code: string) => {
    const form = indexStructure(definition.structure).forms.get(code);
    const words = [textAt(definition, `form.${code}.name`), textAt(definition, `form.${code}.about`)];
    return form === undefined ? null : [form.minutes, form.sections.map((section) => section.code), words];
  };
  const forms = new Set([...before.structure.forms, ...after.structure.forms].map(({ code }) => code));
  return {
    items: itemChanges({ before, after, meanings }, texts),
    texts: texts.filter(({ key }) => wordingCodeOf(key) === undefined && !key.startsWith('form.')),
    scoring: scoringParts.filter((part) => !isSameJson(before.structure.scoring[part], after.structure.scoring[part])),
    forms: [...forms].filter((code) => !isSameJson(formOf(before, code), formOf(after, code))),
  };
}

/** True when nothing differs, not even a word. */
export function isUnchanged(difference: VersionDifference): boolean {
  const { items, texts, scoring, forms } = difference;
  return items.length + texts.length + scoring.length + forms.length === 0;
}
