import { useEffect, useState } from 'react';
import type { StoredReply } from '#shared/contracts/reviews.ts';
import type { ReviewReply } from '#shared/domain/review/review.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { type OwnParams, sendReply } from './api.ts';
import { replyConflictOf } from './conflict-of.ts';

export type ReplyProps = {
  readonly params: OwnParams;
  readonly code: string;
  readonly stored: StoredReply | undefined;
  readonly onSaved: (reply: StoredReply) => void;
  /** Whether the reply on the screen is another than the one that is stored. */
  readonly onUnsaved: (code: string, isUnsaved: boolean) => void;
};

/** One reply as it is on the screen: agreeing is kept at once, seeing it differently when there are words. */
export function useReply({ params, code, stored, onSaved, onUnsaved }: ReplyProps) {
  const action = useAction(useProblemWords());
  const [view, setView] = useState<ReviewReply['view'] | null>(stored?.reply.view ?? null);
  const [typed, setTyped] = useState(stored?.reply.words ?? '');
  const [isMissing, setMissing] = useState(false);
  const words = typed.trim();
  const isKept = stored !== undefined && stored.reply.view === view && stored.reply.words === words;
  const isUnsaved = view !== null && !isKept;
  useUnsaved(isUnsaved);
  useEffect(() => onUnsaved(code, isUnsaved), [onUnsaved, code, isUnsaved]);
  /** What another owner of the firm has put there meanwhile. */
  const theirs = replyConflictOf(action.failure)?.reply ?? undefined;

  const keep = (reply: ReviewReply, baseRevision = stored?.revision ?? 0) =>
    action.run(async () => onSaved((await sendReply({ ...params, subject: code }, reply, baseRevision)).reply));
  const save = (baseRevision?: number) => {
    if (view === null) return;
    if (view === 'differs' && words === '') setMissing(true);
    else keep({ view, words }, baseRevision);
  };
  return {
    view,
    typed,
    isMissing: isMissing && words === '',
    isBusy: action.isBusy,
    fault: action.fault,
    theirs,
    isKept,
    choose: (chosen: ReviewReply['view']) => {
      setView(chosen);
      setMissing(false);
      if (chosen === 'agrees' || words !== '') keep({ view: chosen, words });
    },
    type: setTyped,
    save: () => save(),
    putMine: () => save(theirs?.revision),
    keepTheirs: () => {
      if (theirs === undefined) return;
      setView(theirs.reply.view);
      setTyped(theirs.reply.words);
      action.forget();
      onSaved(theirs);
    },
  };
}
export type Reply = ReturnType<typeof useReply>;
