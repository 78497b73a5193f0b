import type { LocalisedText } from '../../language.ts';
import type { Definition } from '../definition.ts';
import { textOf } from '../text-keys.ts';

const partsOfItem = String.raw`question|help|trace|subcontractor|unit|level\.\d|choice\.[^.]+|size-note\.\d+`;
const itemTextKey = new RegExp(String.raw`^([A-Z]{1,3}[0-9]{0,2}\.[^.]+)\.(?:${partsOfItem})$`);

/**
 * The code that the words of an item are kept under (`D1.1`, or `ALL.wish` for all closing questions together), by the
 * key of one of them. Undefined for texts of anything else: `D1.name` and `D1.band.low.next` are the dimension's.
 */
export function wordingCodeOf(key: string): string | undefined {
  return itemTextKey.exec(key)?.[1];
}

export type KeyedWords = Readonly<Record<string, LocalisedText>>;

/** The words of an item by their keys; undefined when no item's words are kept under the code. */
export function wordsUnder(code: string, texts: ReadonlyMap<string, LocalisedText>): KeyedWords | undefined {
  const found = [...texts].filter(([key]) => wordingCodeOf(key) === code);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The text of a key as a version has it; null when it has none, and empty where it lacks one language. */
export function textAt({ texts }: Pick<Definition, 'texts'>, key: string): LocalisedText | null {
  const { sv, en } = texts;
  return sv[key] === undefined && en[key] === undefined ? null : textOf(texts, key);
}

/** The words of every item of a version, by the code they are kept under. */
export function wordsByCode(definition: Definition): ReadonlyMap<string, KeyedWords> {
  const words = new Map<string, Record<string, LocalisedText>>();
  for (const key of new Set([...Object.keys(definition.texts.sv), ...Object.keys(definition.texts.en)])) {
    const code = wordingCodeOf(key);
    const text = textAt(definition, key);
    if (code !== undefined && text !== null) words.set(code, { ...words.get(code), [key]: text });
  }
  return words;
}
