import type { LocalisedText } from '../language.ts';
import type { Item } from './item.ts';
import type { ItemSource } from './source.ts';
import { itemTextKeys } from './text-keys.ts';

export type KeyedTexts = readonly (readonly [key: string, text: LocalisedText])[];
export type CompiledItem = { readonly item: Item; readonly texts: KeyedTexts };

const defaultWeight = 1;

function baseOf(source: ItemSource, purpose: Item['purpose']) {
  return {
    code: source.code,
    textCode: source.code,
    purpose,
    weight: source.weight ?? defaultWeight,
    allowsDontKnow: source.allowsDontKnow ?? true,
    allowsNotApplicable: source.allowsNotApplicable ?? false,
    ...(source.appliesWhen === undefined ? {} : { appliesWhen: source.appliesWhen }),
    sizeNotes: (source.sizeNotes ?? []).map(({ sizes }) => sizes),
  };
}

function structureOf(source: ItemSource, purpose: Item['purpose']): Item {
  const base = baseOf(source, purpose);
  switch (source.kind) {
    case 'ladder':
      return { ...base, kind: 'ladder' };
    case 'single-choice':
    case 'multiple-choice':
      return {
        ...base,
        kind: source.kind,
        choices: source.choices.map(({ code, points }) => (points === undefined ? { code } : { code, points })),
      };
    case 'number':
      return { ...base, kind: 'number', minimum: source.minimum, maximum: source.maximum, decimals: source.decimals };
    case 'yes-no':
      return { ...base, kind: 'yes-no', ...(source.points === undefined ? {} : { points: source.points }) };
    case 'text':
      return { ...base, kind: 'text', maximumLength: source.maximumLength };
  }
}

function kindTexts(source: ItemSource, item: Item): KeyedTexts {
  switch (source.kind) {
    case 'ladder':
      return source.levels.map((text, level) => [itemTextKeys.level(item, level), text] as const);
    case 'single-choice':
    case 'multiple-choice':
      return source.choices.map(({ code, text }) => [itemTextKeys.choice(item, code), text] as const);
    case 'number':
      return [[itemTextKeys.unit(item), source.unit]];
    case 'yes-no':
    case 'text':
      return [];
  }
}

function optional(key: string, text: LocalisedText | undefined): KeyedTexts {
  return text === undefined ? [] : [[key, text]];
}

/** One item of the source as structure and keyed words. */
export function compileItem(source: ItemSource, purpose: Item['purpose']): CompiledItem {
  const item = structureOf(source, purpose);
  return {
    item,
    texts: [
      [itemTextKeys.question(item), source.question],
      ...optional(itemTextKeys.help(item), source.help),
      ...optional(itemTextKeys.trace(item), source.trace),
      ...optional(itemTextKeys.subcontractor(item), source.subcontractor),
      ...(source.sizeNotes ?? []).map(({ text }, index) => [itemTextKeys.sizeNote(item, index), text] as const),
      ...kindTexts(source, item),
    ],
  };
}
