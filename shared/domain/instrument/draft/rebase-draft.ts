import { canonicalJson } from '../../canonical-json.ts';
import type { LocalisedText } from '../../language.ts';
import { keyedTextsOf } from '../compile-definition.ts';
import type { BlockSource, DimensionSource, InstrumentSources, ItemSource } from '../source.ts';
import { instrumentSourcesSchema } from '../source.ts';
import type { Draft } from './draft.ts';
import { instrumentParts } from './edit.ts';

/** One place in the version the draft was made after, in the version it is to follow, and in the draft. */
type Sides<T> = { readonly before: T; readonly now: T; readonly mine: T };

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** What the draft has changed stays; what it has not comes from the version it is to follow. */
function choose<T>({ before, now, mine }: Sides<T>): T {
  return same(mine, before) ? now : mine;
}

function find<T extends { readonly code: string }>(list: readonly T[], code: string): T | undefined {
  return list.find((entry) => entry.code === code);
}

/** Those of a list that stand after both sides' changes: added by either, and taken away by neither. */
function keep<T extends { readonly code: string }>(sides: Sides<readonly T[]>, merge: (sides: Sides<T>) => T): T[] {
  const { before, now, mine } = sides;
  const added = now.filter(({ code }) => find(before, code) === undefined && find(mine, code) === undefined);
  const kept = mine.flatMap((own) => {
    const was = find(before, own.code);
    const is = find(now, own.code);
    if (was === undefined) return [own];
    if (is === undefined) return same(own, was) ? [] : [own];
    return [merge({ before: was, now: is, mine: own })];
  });
  return [...kept, ...added];
}

const codesOf = (items: readonly ItemSource[]) => items.map(({ code }) => code);

/** The draft's order, unless only the newer version has another; what just one of them has comes last. */
function orderOf({ before, now, mine }: Sides<readonly ItemSource[]>): string[] {
  const common = (list: readonly ItemSource[], others: readonly ItemSource[]) =>
    codesOf(list).filter((code) => find(others, code) !== undefined);
  const isMoved = !same(common(mine, before), common(before, mine));
  const isOvertaken = !same(codesOf(before), codesOf(now));
  const lists = isOvertaken && !isMoved ? [now, mine] : [mine, now];
  return [...new Set(lists.flatMap(codesOf))];
}

function mergeItems(sides: Sides<readonly ItemSource[]>): ItemSource[] {
  const kept = keep(sides, choose);
  const order = orderOf(sides);
  const place = ({ code }: ItemSource) => order.indexOf(code);
  return kept.length === 0 ? [...sides.mine] : kept.sort((a, b) => place(a) - place(b));
}

function mergeSection<T extends DimensionSource | BlockSource>({ before, now, mine }: Sides<T>): T {
  const headOf = ({ items: _items, ...head }: T) => head;
  const head = choose({ before: headOf(before), now: headOf(now), mine: headOf(mine) });
  return { ...mine, ...head, items: mergeItems({ before: before.items, now: now.items, mine: mine.items }) };
}

function mergeSources({ before, now, mine }: Sides<InstrumentSources>): InstrumentSources {
  const parts = instrumentParts.map((part) => [
    part,
    choose({
      before: before.instrument[part],
      now: now.instrument[part],
      mine: mine.instrument[part],
    } as Sides<unknown>),
  ]);
  const merged = {
    instrument: { ...mine.instrument, ...Object.fromEntries(parts) },
    blocks: keep({ before: before.blocks, now: now.blocks, mine: mine.blocks }, mergeSection),
    dimensions: keep({ before: before.dimensions, now: now.dimensions, mine: mine.dimensions }, mergeSection),
  };
  const parsed = instrumentSourcesSchema.safeParse(merged);
  return parsed.success ? parsed.data : mine;
}

type Texts = ReadonlyMap<string, LocalisedText>;

function sameUnder(code: string, a: Texts, b: Texts): boolean {
  const under = (texts: Texts) => [...texts].filter(([key]) => key.startsWith(`${code}.`));
  return same(under(a), under(b));
}

/**
 * The draft as it follows a newer version: places that only the newer version changed are as that version has them,
 * places that the draft changed stay as they are. A statement about meaning stands where its words, on both sides, do;
 * the others are asked for again. When both together would not fit a draft, the draft keeps its own throughout.
 */
export function rebaseDraft(draft: Draft, before: InstrumentSources, now: InstrumentSources): Draft {
  const sources = mergeSources({ before, now, mine: draft.sources });
  const texts = { before: keyedTextsOf(before), now: keyedTextsOf(now), mine: keyedTextsOf(draft.sources) };
  const merged = keyedTextsOf(sources);
  const isOwn = (key: string) => same(merged.get(key), texts.mine.get(key));
  const stands = (code: string) => sameUnder(code, texts.before, texts.now) && sameUnder(code, texts.mine, merged);
  return {
    sources,
    translatedFrom: Object.fromEntries(Object.entries(draft.translatedFrom).filter(([key]) => isOwn(key))),
    meanings: Object.fromEntries(Object.entries(draft.meanings).filter(([code]) => stands(code))),
  };
}
