import { useLingui } from '@lingui/react/macro';
import type { ScoringRules } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSource, ItemSource } from '#shared/domain/instrument/source.ts';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { useEditing } from './draft-context.tsx';
import { keyedTextsAt } from './keyed-texts-at.ts';
import { type Fact, useItemFacts } from './use-item-facts.ts';
import { useMeaningWords } from './use-meaning-words.ts';
import type { PlaceConflict } from './use-place.ts';
import { useTextWords } from './use-text-words.ts';
import { useFormFacts, useScoringFacts } from './use-whole-facts.ts';

export type ConflictRow = {
  readonly key: string;
  readonly place: string;
  readonly mine: string;
  readonly theirs: string;
  /** Of a text; undefined for what is said in the reader's language. */
  readonly language?: Language | undefined;
};

type Said = Omit<ConflictRow, 'mine' | 'theirs'> & { readonly words: string };

/** What an edit wants to put at its place. */
function contentOf(edit: DraftEdit): unknown {
  if (edit.kind === 'item') return { ...edit.item, meaning: edit.meaning };
  if (edit.kind === 'new-item') return edit.item;
  if ('head' in edit) return edit.head;
  return 'value' in edit ? edit.value : null;
}

/** What is stated of an item's words, where the edit states something. */
function useStatedFact(): (content: unknown) => Fact {
  const words = useMeaningWords();
  return (content) => {
    const { meaning } = content as { meaning?: Meaning | null | undefined };
    return ['meaning', words.question, meaning ? words[meaning] : ''];
  };
}

function useFacts(): (edit: DraftEdit, content: unknown) => Fact[] {
  const ofItem = useItemFacts();
  const stated = useStatedFact();
  const ofScoring = useScoringFacts();
  const ofForms = useFormFacts();
  return ({ kind }, content) => {
    if (kind === 'item' || kind === 'new-item') return [...ofItem(content as ItemSource), stated(content)];
    if (kind === 'scoring') return ofScoring(content as ScoringRules);
    return kind === 'forms' ? ofForms(content as InstrumentSource['forms']) : [];
  };
}

/** Everything that a place says, in the order and the words of its fields. */
function useSaid(): (edit: DraftEdit, content: unknown) => Said[] {
  const { t } = useLingui();
  const { definition, draft } = useEditing();
  const { label } = useTextWords(definition);
  const factsOf = useFacts();
  return (edit, content) => {
    const texts = [...keyedTextsAt(draft.content.sources, edit, content)].flatMap(([key, text]) =>
      languages.map((language) => {
        const field = label(key);
        const place = language === 'sv' ? t`${field}, Swedish` : t`${field}, English`;
        return { key: `${key}.${language}`, place, words: text[language], language };
      }),
    );
    return [...texts, ...factsOf(edit, content).map(([key, place, words]) => ({ key, place, words }))];
  };
}

/** Where two versions of a place differ, and what either says there. */
export function useConflictRows({ mine, current }: PlaceConflict): readonly ConflictRow[] {
  const saidBy = useSaid();
  const ours = new Map(saidBy(mine, contentOf(mine)).map((said) => [said.key, said]));
  const others = new Map(saidBy(mine, current).map((said) => [said.key, said]));
  return [...new Map([...ours, ...others]).values()]
    .map(({ words: _words, ...said }) => ({
      ...said,
      mine: ours.get(said.key)?.words ?? '',
      theirs: others.get(said.key)?.words ?? '',
    }))
    .filter((row) => row.mine !== row.theirs);
}
