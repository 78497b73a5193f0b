import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { useEditing } from './draft-context.tsx';
import { useAction } from './use-action.ts';

/** Says something of words in the draft. When they have changed meanwhile nothing is said of them; they are shown. */
export function useStatement() {
  const { t } = useLingui();
  const { draft, send, reload } = useEditing();
  const { isBusy, fault, run } = useAction();
  const [conflict, setConflict] = useState<string>();
  const state = (edit: DraftEdit) =>
    run(async () => {
      setConflict(undefined);
      const sent = await send(edit, contentAt(draft.content, edit));
      if (sent.ok) return;
      // Where it was taken away, what is written in the fields beside it would go with it.
      if (sent.conflict.current !== null) await reload();
      setConflict(t`${sent.conflict.changedBy} has changed the same place. Nothing was done; look again.`);
    });
  return { isBusy, fault: fault ?? conflict, state };
}
