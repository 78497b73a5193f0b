import { lix } from '../instrument/wording/readability.ts';
import { highestLix } from '../instrument/wording/wording-rules.ts';
import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import { listLocalisedTexts } from './list-localised-texts.ts';

type Coded = { readonly code: string };
export type TextReadability = Coded & { readonly lix: number };

/** Reading ease (LIX) of everything that each entry says in Swedish, hardest first; 0 where it says nothing. */
export function textReadabilityOf(entries: readonly Coded[]): readonly TextReadability[] {
  return entries
    .map((entry) => ({ code: entry.code, lix: lix(swedishOf(entry)) }))
    .sort((one, other) => other.lix - one.lix);
}

/** `hard-to-read`: entries that are harder to read in Swedish than an item of the instrument may be. */
export function checkTextReadability(list: string, entries: readonly Coded[]): CatalogueIssue[] {
  return textReadabilityOf(entries)
    .filter((entry) => entry.lix > highestLix)
    .map((entry) => ({
      code: 'hard-to-read',
      path: `${list}/${entry.code}`,
      detail: `LIX ${entry.lix.toFixed(0)}, at most ${highestLix}`,
    }));
}

const swedishOf = (entry: Coded): string[] =>
  listLocalisedTexts(entry).flatMap(({ words }) => (typeof words['sv'] === 'string' ? [words['sv']] : []));
