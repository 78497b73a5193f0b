import { useState, useSyncExternalStore } from 'react';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import { useSaveInPauses } from '../../lib/use-save-in-pauses.ts';
import { useTryAgain } from '../../lib/use-try-again.ts';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { type ReviewParams, sendEntry } from './api.ts';
import { createDraftKeeper, type DraftKeeper, type DraftSnapshot } from './draft-keeper.ts';

export type Draft = DraftSnapshot &
  Omit<DraftKeeper, 'subscribe' | 'snapshot'> & {
    /** As it is at that moment, for what waits for the last save. */
    readonly latestRevision: () => number;
    /** Sends what is left, and rejects when some of it cannot be saved. Resolves to the revision with all of it. */
    readonly sendAll: () => Promise<number>;
  };

/** The draft as it is on the screen; what is typed goes off in the pauses and when the page is put aside. */
export function useDraft(review: ReviewDocument, params: ReviewParams): Draft {
  const [keeper] = useState(() =>
    createDraftKeeper(review, (subject, draft, revision) => sendEntry({ ...params, subject }, draft, revision)),
  );
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const { entries, status, conflict, isUnsaved } = snapshot;
  useSaveInPauses(entries, () => void keeper.send());
  useTryAgain(status.kind === 'not-saved' ? status.failure : null, status.kind === 'saved', () => void keeper.send());
  useUnsaved(isUnsaved, conflict === null ? () => void keeper.send() : undefined);
  const { change, type, send, settleConflict } = keeper;
  const latestRevision = () => keeper.snapshot().revision;
  const sendAll = async () => {
    await send();
    const latest = keeper.snapshot().status;
    if (latest.kind === 'not-saved') throw latest.failure;
    return latestRevision();
  };
  return { ...snapshot, change, type, send, settleConflict, latestRevision, sendAll };
}
