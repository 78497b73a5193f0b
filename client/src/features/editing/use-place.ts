import { useState } from 'react';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import { useAction } from '../../lib/use-action.ts';
import { type DraftConflict, useEditing } from './draft-context.tsx';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

export type PlaceConflict = DraftConflict & { readonly mine: DraftEdit };

type StatedItem = { readonly meaning?: Meaning | null };

/** Content as the form knows it: what was stated of its meaning comes and goes with the edit. */
function withoutMeaning(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('meaning' in content)) return content;
  const { meaning: _stated, ...rest } = content;
  return rest;
}

/** Whoever states a meaning has seen what is stated: in the conflict that was shown, or else on the page. */
function asSeen(edit: DraftEdit, known: unknown, { meanings }: Draft): unknown {
  if (edit.kind !== 'item') return known;
  const item = withoutMeaning(known);
  if (edit.meaning === undefined || item === null) return item;
  const { meaning = meanings[edit.item.code] ?? null } = known as StatedItem;
  return { ...(item as object), meaning };
}

/** One place of the draft while it is edited: what was seen there, and what became of what was sent. */
export function usePlace(first: unknown) {
  const { draft, send, reload } = useEditing();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const [seen, setSeen] = useState(first);
  const [conflict, setConflict] = useState<PlaceConflict>();
  const [outcome, setOutcome] = useState<'saved' | 'taken'>();

  const save = (mine: DraftEdit, whenSaved: () => void, known: unknown = seen) =>
    run(async () => {
      setOutcome(undefined);
      const sent = await send(mine, asSeen(mine, known, draft.content));
      setConflict(sent.ok ? undefined : { ...sent.conflict, mine });
      if (sent.ok) {
        setSeen(withoutMeaning(contentAt(sent.draft.content, mine)));
        setOutcome('saved');
        whenSaved();
      } else if (mine.kind === 'new-item') {
        // So that the code is known to be taken, and the question that has it can be opened.
        await reload();
      }
    });

  const takeTheirs = () => {
    setSeen(withoutMeaning(conflict?.current));
    setConflict(undefined);
    setOutcome('taken');
    run(reload);
  };

  const dismiss = () => setConflict(undefined);

  return { isBusy, fault, seen, conflict, outcome, save, takeTheirs, dismiss };
}

export type Place = ReturnType<typeof usePlace>;
