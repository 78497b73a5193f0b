import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { useAction } from '../../lib/use-action.ts';
import { useEditing } from './draft-context.tsx';
import { useEditingProblemWords } from './use-editing-problem-words.ts';

/** A change that a button makes at once. Where somebody else was there first nothing is done, and theirs is shown. */
export function useDirectEdit() {
  const { t } = useLingui();
  const { draft, send, reload } = useEditing();
  const { isBusy, fault, run } = useAction(useEditingProblemWords());
  const [conflict, setConflict] = useState<string>();
  const make = (edit: DraftEdit, whenSettled?: (isDone: boolean) => void) =>
    run(async () => {
      setConflict(undefined);
      const sent = await send(edit, contentAt(draft.content, edit));
      if (!sent.ok) {
        const { current, changedBy } = sent.conflict;
        // Where it was taken away, what is written in the fields beside it would go with it.
        if (current !== null || edit.kind === 'remove-item') await reload();
        setConflict(t`${changedBy} has changed the same place. Nothing was done; look again.`);
      }
      whenSettled?.(sent.ok);
    });
  return { isBusy, fault, conflict, make };
}
