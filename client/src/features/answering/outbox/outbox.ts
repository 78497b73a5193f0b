import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { OutboxEntry, OutboxRecord } from './outbox-record.ts';
import {
  acknowledge,
  enqueue,
  markAttempted,
  markRefused,
  meetConflict,
  nextToSend,
  settleConflict,
} from './outbox-steps.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { SendOutcome } from './send-answer.ts';

export type OutboxState = {
  readonly record: OutboxRecord;
  readonly isSending: boolean;
  /** The last attempt got no reply; another follows by itself. */
  readonly isUnreachable: boolean;
  readonly isDurable: boolean;
  /** The response was submitted, here or elsewhere: nothing more can be saved. */
  readonly isSubmitted: boolean;
  readonly savedAt: Date | null;
};

/** The other tabs of this browser on the same response. */
export type OutboxTabs = {
  tell(message: TabMessage): void;
  /** Runs alone among the tabs, so that only one sends at a time. */
  alone(work: () => Promise<void>): Promise<void>;
};
export type TabMessage = { kind: 'queued' } | { kind: 'saved'; stored: StoredAnswer } | { kind: 'submitted' };

export type OutboxParts = {
  readonly store: OutboxStore;
  readonly tabs: OutboxTabs;
  readonly send: (entry: OutboxEntry, clientId: string) => Promise<SendOutcome>;
  readonly onState: (state: OutboxState) => void;
  readonly onStored: (stored: StoredAnswer) => void;
};

const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/** Keeps answers until the server has confirmed them, and sends them in order, one at a time, for as long as it takes. */
export class Outbox {
  readonly #parts: OutboxParts;
  #state: OutboxState;
  #flushing: Promise<void> | null = null;
  #isAgainWanted = false;
  #pauseMs = firstPauseMs;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: OutboxParts, record: OutboxRecord) {
    this.#parts = parts;
    this.#state = {
      record,
      isSending: false,
      isUnreachable: false,
      isDurable: parts.store.isDurable(),
      isSubmitted: false,
      savedAt: null,
    };
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** Keeps the answer first, then sends it. Resolves when it is kept. */
  async give(itemCode: string, answer: Answer, knownRevision: number): Promise<void> {
    await this.#change((record) => enqueue(record, itemCode, answer, knownRevision));
    this.#parts.tabs.tell({ kind: 'queued' });
    this.flush();
  }

  async settle(itemCode: string, choice: 'own' | 'theirs'): Promise<void> {
    await this.#change((record) => settleConflict(record, itemCode, choice));
    this.flush();
  }

  /** Sends what waits, now. Called again while it runs, it looks once more at the end. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#flushing !== null) {
      this.#isAgainWanted = true;
      return this.#flushing;
    }
    this.#flushing = this.#parts.tabs
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#flushing = null;
        this.#update({ isSending: false });
        if (this.#isAgainWanted) {
          this.#isAgainWanted = false;
          void this.flush();
        }
      });
    return this.#flushing;
  }

  /** What another tab has done to the common record. */
  async hear(message: TabMessage): Promise<void> {
    if (message.kind === 'submitted') this.#update({ isSubmitted: true });
    if (message.kind === 'saved') {
      this.#parts.onStored(message.stored);
      this.#update({ savedAt: new Date() });
    }
    this.#update({ record: await this.#parts.store.read() });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const record = await this.#parts.store.read();
      const entry = this.#state.isSubmitted ? undefined : nextToSend(record);
      this.#update({ record });
      if (entry === undefined) return;
      this.#update({ isSending: true });
      await this.#change((current) => markAttempted(current, entry.clientSequence));
      const outcome = await this.#parts.send(entry, record.clientId);
      if (outcome.kind === 'unreachable') {
        this.#retryLater();
        return;
      }
      this.#pauseMs = firstPauseMs;
      this.#update({ isUnreachable: false });
      await this.#conclude(entry, outcome);
    }
  }

  async #conclude(entry: OutboxEntry, outcome: Exclude<SendOutcome, { kind: 'unreachable' }>): Promise<void> {
    const { clientSequence } = entry;
    switch (outcome.kind) {
      case 'saved':
        await this.#change((record) => acknowledge(record, clientSequence, outcome.stored));
        this.#parts.onStored(outcome.stored);
        this.#update({ savedAt: new Date() });
        this.#parts.tabs.tell({ kind: 'saved', stored: outcome.stored });
        break;
      case 'conflict':
        await this.#change((record) => meetConflict(record, clientSequence, outcome.current));
        this.#parts.onStored(outcome.current);
        break;
      case 'refused':
        await this.#change((record) => markRefused(record, clientSequence));
        break;
      case 'submitted':
        await this.#parts.store.clear();
        this.#update({ isSubmitted: true, record: { ...this.#state.record, entries: [] } });
        this.#parts.tabs.tell({ kind: 'submitted' });
        break;
    }
  }

  #retryLater(): void {
    this.#update({ isUnreachable: true });
    this.#timer = setTimeout(() => void this.flush(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  async #change(step: (record: OutboxRecord) => OutboxRecord): Promise<void> {
    const record = await this.#parts.store.change(step);
    this.#update({ record, isDurable: this.#parts.store.isDurable() });
  }

  #update(changes: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#parts.onState(this.#state);
  }
}
