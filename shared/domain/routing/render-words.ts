import type { Texts } from '../instrument/definition.ts';
import type { Language } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { routingTextKeys } from './routing-text-keys.ts';

export type RenderContext = { readonly catalogue: Catalogue; readonly texts: Texts; readonly language: Language };

/** Replaces `{name}` by its value; values are put in once and not read again. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole);

/** A word or sentence of the catalogue, or its key where it has none. */
export const wordsOf = (key: string, { catalogue, language }: RenderContext): string =>
  catalogue.texts[key]?.[language] ?? key;

/** `a, b och c` */
export function joinWords(
  words: readonly string[],
  context: RenderContext,
  between: string = routingTextKeys.and,
): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(', ')} ${wordsOf(between, context)} ${last}`;
}

/** A fixed number of decimals; decimal comma in Swedish. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const digits = value.toFixed(decimals);
  return language === 'sv' ? digits.replace('.', ',') : digits;
}
