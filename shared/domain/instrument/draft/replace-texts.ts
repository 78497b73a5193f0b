import type { LocalisedText } from '../../language.ts';
import { keyedTextsOf } from '../compile-definition.ts';
import type { InstrumentSources } from '../source.ts';

/** The sources with each text that has a key replaced by what `change` makes of it; everything else as it was. */
export function replaceTexts(
  sources: InstrumentSources,
  change: (key: string, text: LocalisedText) => LocalisedText,
): InstrumentSources {
  // A copy in which no text object stands in two places, so that each is known by itself.
  const own = JSON.parse(JSON.stringify(sources)) as InstrumentSources;
  const keys = new Map<unknown, string>([...keyedTextsOf(own)].map(([key, text]) => [text, key]));
  const walk = (value: unknown): unknown => {
    const key = keys.get(value);
    if (key !== undefined) return change(key, value as LocalisedText);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part)]));
  };
  return walk(own) as InstrumentSources;
}
