import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import { type ReviewParams, sendEntry } from './api.ts';
import { createDraftKeeper, type DraftKeeper, type DraftSnapshot } from './draft-keeper.ts';

export type Draft = DraftSnapshot &
  Omit<DraftKeeper, 'subscribe' | 'snapshot'> & {
    /** As it is at that moment, for what waits for the last save. */
    readonly latestRevision: () => number;
  };

const pauseMs = 800;

/** The draft as it is on the screen; what is typed goes off in the pauses and when the page is put aside. */
export function useDraft(review: ReviewDocument, params: ReviewParams): Draft {
  const [keeper] = useState(() =>
    createDraftKeeper(review, (subject, draft, revision) => sendEntry({ ...params, subject }, draft, revision)),
  );
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const { entries, status } = snapshot;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins a new pause.
  useEffect(() => {
    const timer = setTimeout(() => void keeper.send(), pauseMs);
    return () => clearTimeout(timer);
  }, [keeper, entries]);
  useEffect(() => {
    const putAside = () => void keeper.send();
    document.addEventListener('visibilitychange', putAside);
    window.addEventListener('pagehide', putAside);
    return () => {
      document.removeEventListener('visibilitychange', putAside);
      window.removeEventListener('pagehide', putAside);
      putAside();
    };
  }, [keeper]);
  useUnsavedWarning(status.kind === 'not-saved');
  const { change, type, send, settleConflict } = keeper;
  return { ...snapshot, change, type, send, settleConflict, latestRevision: () => keeper.snapshot().revision };
}

/** What could not be sent is on this page only. */
function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
