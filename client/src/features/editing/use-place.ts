import { useState } from 'react';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { type DraftConflict, useEditing } from './draft-context.tsx';
import { useAction } from './use-action.ts';

export type PlaceConflict = DraftConflict & { readonly mine: DraftEdit };

/** One place of the draft while it is edited: what was seen there, and what became of what was sent. */
export function usePlace(first: unknown) {
  const { send, reload } = useEditing();
  const { isBusy, fault, run } = useAction();
  const [seen, setSeen] = useState(first);
  const [conflict, setConflict] = useState<PlaceConflict>();
  const [isSaved, setSaved] = useState(false);

  const save = (mine: DraftEdit, whenSaved: () => void, known: unknown = seen) =>
    run(async () => {
      setSaved(false);
      const sent = await send(mine, known);
      setConflict(sent.ok ? undefined : { ...sent.conflict, mine });
      if (!sent.ok) return;
      setSeen(contentAt(sent.draft.content, mine));
      setSaved(true);
      whenSaved();
    });

  const takeTheirs = () => {
    setSeen(conflict?.current);
    setConflict(undefined);
    run(reload);
  };

  return { isBusy, fault, conflict, isSaved, save, takeTheirs };
}

export type Place = ReturnType<typeof usePlace>;
