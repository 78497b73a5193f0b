import { isSameJson } from '../../canonical-json.ts';
import type { LocalisedText } from '../../language.ts';
import { keyedTextsOf } from '../compile-definition.ts';
import type { BlockSource, DimensionSource, InstrumentSources, ItemSource } from '../source.ts';
import { instrumentSourcesSchema } from '../source.ts';
import { wordsUnder } from '../version/item-words.ts';
import type { Draft } from './draft.ts';
import { instrumentParts } from './edit.ts';

/** One place in the version the draft was made after, in the version it is to follow, and in the draft. */
type Sides<T> = { readonly before: T; readonly now: T; readonly mine: T };

/** What the draft has changed stays; what it has not comes from the version it is to follow. */
function choose<T>({ before, now, mine }: Sides<T>): T {
  return isSameJson(mine, before) ? now : mine;
}

type Fields = Readonly<Record<string, unknown>>;

/** Field by field; a field that one side has and another lacks is a change like any other. */
function mergeFields<T>(sides: Sides<T>, merge: (sides: Sides<unknown>, field: string) => unknown): T {
  const { before, now, mine } = sides as unknown as Sides<Fields>;
  const names = new Set([mine, now, before].flatMap((side) => Object.keys(side)));
  const merged = [...names].map(
    (name) => [name, merge({ before: before[name], now: now[name], mine: mine[name] }, name)] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T;
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
    if (is === undefined) return isSameJson(own, was) ? [] : [own];
    return [merge({ before: was, now: is, mine: own })];
  });
  return [...kept, ...added];
}

/** Questions of different kinds have too little in common to be mixed. */
function mergeItem(sides: Sides<ItemSource>): ItemSource {
  const { before, now, mine } = sides;
  return mine.kind === before.kind && mine.kind === now.kind ? mergeFields(sides, choose) : choose(sides);
}

const codesOf = (items: readonly ItemSource[]) => items.map(({ code }) => code);

/** The draft's order, unless only the newer version has another; what just one of them has comes last. */
function orderOf({ before, now, mine }: Sides<readonly ItemSource[]>): string[] {
  const common = (list: readonly ItemSource[], others: readonly ItemSource[]) =>
    codesOf(list).filter((code) => find(others, code) !== undefined);
  const isMoved = !isSameJson(common(mine, before), common(before, mine));
  const isOvertaken = !isSameJson(codesOf(before), codesOf(now));
  const lists = isOvertaken && !isMoved ? [now, mine] : [mine, now];
  return [...new Set(lists.flatMap(codesOf))];
}

function mergeItems(sides: Sides<readonly ItemSource[]>): ItemSource[] {
  const kept = keep(sides, mergeItem);
  const order = orderOf(sides);
  const place = ({ code }: ItemSource) => order.indexOf(code);
  return kept.length === 0 ? [...sides.mine] : kept.sort((a, b) => place(a) - place(b));
}

function mergeSection<T extends DimensionSource | BlockSource>(sides: Sides<T>): T {
  const { before, now, mine } = sides;
  const items = mergeItems({ before: before.items, now: now.items, mine: mine.items });
  const head = mergeFields(sides, (field, name) =>
    name === 'bands' ? mergeFields(field as Sides<DimensionSource['bands']>, choose) : choose(field),
  );
  return { ...head, items };
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

function isSameUnder(code: string, a: Texts, b: Texts): boolean {
  return isSameJson(wordsUnder(code, a), wordsUnder(code, b));
}

/** Of what the draft took away, what is still away. */
function stillRemoved({ removed = {} }: Draft, merged: Texts): Pick<Draft, 'removed'> {
  const away = Object.entries(removed).filter(([key]) => !merged.has(key));
  return away.length === 0 ? {} : { removed: Object.fromEntries(away) };
}

/**
 * The draft as it follows a newer version, field by field of every question, head and band: what only the newer
 * version changed is as that version has it, what the draft changed stays as it is. A statement about meaning stands
 * where its words, on both sides, do; the others are asked for again. When both together would not fit a draft, the
 * draft keeps its own throughout.
 */
export function rebaseDraft(draft: Draft, before: InstrumentSources, now: InstrumentSources): Draft {
  const sources = mergeSources({ before, now, mine: draft.sources });
  const texts = { before: keyedTextsOf(before), now: keyedTextsOf(now), mine: keyedTextsOf(draft.sources) };
  const merged = keyedTextsOf(sources);
  const isOwn = (key: string) => isSameJson(merged.get(key), texts.mine.get(key));
  const stands = (code: string) => isSameUnder(code, texts.before, texts.now) && isSameUnder(code, texts.mine, merged);
  return {
    sources,
    translatedFrom: Object.fromEntries(Object.entries(draft.translatedFrom).filter(([key]) => isOwn(key))),
    meanings: Object.fromEntries(Object.entries(draft.meanings).filter(([code]) => stands(code))),
    ...stillRemoved(draft, merged),
  };
}
