import type { ReviewDocument, StoredReviewEntry, saveReviewEntry } from '#shared/contracts/reviews.ts';
import type { CallOutput } from '../../lib/http/call-endpoint.ts';
import type { EntryDraft } from './api.ts';
import { conflictOf } from './conflict-of.ts';

type Saved = CallOutput<typeof saveReviewEntry>;

export type DraftStatus =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'not-saved'; readonly failure: unknown };

/** Somebody has put something else there, a colleague or the same person in another tab; null is that it was taken away. */
export type DraftConflict = { readonly code: string; readonly theirs: StoredReviewEntry | null };

export type DraftSnapshot = {
  readonly entries: ReadonlyMap<string, EntryDraft>;
  /** Of the whole review, as the last reply told. */
  readonly revision: number;
  readonly status: DraftStatus;
  readonly conflict: DraftConflict | null;
  /** Whether there is anything that the server does not have. */
  readonly isUnsaved: boolean;
};

export type DraftKeeper = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => DraftSnapshot;
  /** Keeps what is judged and sends it. */
  readonly change: (code: string, draft: EntryDraft) => void;
  /** Keeps what is typed, to be sent with `send`. */
  readonly type: (code: string, draft: EntryDraft) => void;
  /** Sends what is not with the server yet, once more after a failure. Resolves when there is nothing left to send. */
  readonly send: () => Promise<void>;
  readonly settleConflict: (choice: 'mine' | 'theirs') => void;
};

export type SendEntry = (code: string, draft: EntryDraft, baseRevision: number) => Promise<Saved>;

const draftOf = ({ judgement, reason, evidence }: StoredReviewEntry): EntryDraft => ({ judgement, reason, evidence });

/** Sends what is judged one after the other, in the order it was judged, and says truthfully how far that has come. */
export function createDraftKeeper(
  { entries: stored, revision: first }: Pick<ReviewDocument, 'entries' | 'revision'>,
  sendEntry: SendEntry,
  now: () => Date = () => new Date(),
): DraftKeeper {
  const listeners = new Set<() => void>();
  const revisions = new Map(stored.map(({ code, revision }) => [code, revision]));
  const waiting = new Set<string>();
  let running: Promise<void> | null = null;
  let current: DraftSnapshot = {
    entries: new Map(stored.map((entry) => [entry.code, draftOf(entry)])),
    revision: first,
    status: { kind: 'nothing-yet' },
    conflict: null,
    isUnsaved: false,
  };

  const become = (change: Partial<DraftSnapshot>) => {
    current = { ...current, ...change, isUnsaved: waiting.size > 0 };
    for (const listener of listeners) listener();
  };
  const keep = (code: string, draft: EntryDraft) => {
    waiting.add(code);
    become({ entries: new Map(current.entries).set(code, draft) });
  };

  const sendOne = async (code: string): Promise<void> => {
    const draft = current.entries.get(code) ?? { judgement: null, reason: '', evidence: [] };
    const saved = await sendEntry(code, draft, revisions.get(code) ?? 0);
    revisions.set(code, saved.entry?.revision ?? 0);
    // What was typed meanwhile is another thing to send.
    if (current.entries.get(code) === draft) waiting.delete(code);
    become({ revision: saved.revision });
  };

  const fail = (code: string, failure: unknown) => {
    const conflict = conflictOf(failure);
    become({
      status: { kind: 'not-saved', failure },
      ...(conflict === undefined ? {} : { conflict: { code, theirs: conflict.entry } }),
    });
  };

  const run = async (): Promise<void> => {
    become({ status: { kind: 'saving' } });
    for (let [code] = waiting; code !== undefined; [code] = waiting) {
      try {
        await sendOne(code);
      } catch (failure) {
        fail(code, failure);
        return;
      }
    }
    become({ status: { kind: 'saved', at: now() } });
  };

  const send = async (): Promise<void> => {
    if (running !== null) return running;
    if (waiting.size === 0 || current.conflict !== null) return;
    running = run().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    type: keep,
    change: (code, draft) => {
      keep(code, draft);
      void send();
    },
    send,
    settleConflict: (choice) => {
      const { conflict } = current;
      if (conflict === null) return;
      const { code, theirs } = conflict;
      revisions.set(code, theirs?.revision ?? 0);
      const entries = new Map(current.entries);
      if (choice === 'theirs') {
        waiting.delete(code);
        if (theirs === null) entries.delete(code);
        else entries.set(code, draftOf(theirs));
      }
      become({ entries, conflict: null, status: { kind: 'saved', at: now() } });
      void send();
    },
  };
}
