import type { Answer } from '#shared/domain/answers/answer.ts';
import { growingPause } from '../../../lib/growing-pause.ts';
import type { OutboxParts, OutboxState, TabMessage } from './outbox-parts.ts';
import type { OutboxEntry, OutboxRecord } from './outbox-record.ts';
import {
  acknowledge,
  claimNext,
  enqueue,
  giveUp,
  markRefused,
  meetConflict,
  nextToSend,
  questionsWaiting,
  retryRefused,
  settleConflict,
} from './outbox-steps.ts';
import type { SendOutcome } from './send-answer.ts';

type ConclusiveOutcome = Exclude<SendOutcome, { kind: 'unreachable' | 'locked-out' }>;

/** Keeps answers until the server has confirmed them, and sends them in order, one at a time, for as long as it takes. */
export class Outbox {
  readonly #parts: OutboxParts;
  #state: OutboxState;
  #keeping = 0;
  #flushing: Promise<void> | null = null;
  #isAgainWanted = false;
  readonly #pause = growingPause();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: OutboxParts, record: OutboxRecord) {
    this.#parts = parts;
    this.#state = {
      record,
      isKeeping: false,
      isUnreachable: false,
      isDurable: parts.store.isDurable(),
      isLockedOut: false,
      isSubmitted: false,
      outdated: [],
      late: 0,
      savedAt: null,
    };
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** Keeps the answer first, then sends it. Resolves when it is kept. */
  async give(itemCode: string, answer: Answer, knownRevision: number): Promise<void> {
    if (this.#state.isSubmitted) return;
    this.#keeping += 1;
    this.#update({ isKeeping: true });
    this.#update({ outdated: this.#state.outdated.filter((code) => code !== itemCode) });
    await this.#change((record) => enqueue(record, itemCode, answer, knownRevision, this.#parts.version?.()));
    this.#keeping -= 1;
    this.#update({ isKeeping: this.#keeping > 0 });
    this.#parts.tabs.tell({ kind: 'queued' });
    void this.flush();
  }

  async settle(itemCode: string, choice: 'own' | 'theirs'): Promise<void> {
    await this.#change((record) => settleConflict(record, itemCode, choice));
    this.#parts.tabs.tell({ kind: 'queued' });
    void this.flush();
  }

  /** Tries everything once more, also what the server has refused. */
  async retry(): Promise<void> {
    await this.#change(retryRefused);
    await this.flush();
  }

  /** Keeps everything and sends nothing until somebody is let in again. */
  lockOut(): void {
    clearTimeout(this.#timer);
    this.#update({ isLockedOut: true });
  }

  letIn(): void {
    this.#update({ isLockedOut: false });
  }

  /** Sends what waits, now. Called again while it runs, it looks once more at the end. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#state.isLockedOut) return Promise.resolve();
    if (this.#flushing !== null) {
      this.#isAgainWanted = true;
      return this.#flushing;
    }
    this.#flushing = this.#parts.tabs
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#flushing = null;
        if (!this.#isAgainWanted) return;
        this.#isAgainWanted = false;
        void this.flush();
      });
    return this.#flushing;
  }

  /** On another version of the questions, revisions are counted anew. */
  async forgetRevisions(): Promise<void> {
    await this.#change((record) => ({ ...record, revisions: {} }));
  }

  /** What another tab has done to the common record. */
  async hear(message: TabMessage): Promise<void> {
    if (message.kind === 'submitted') this.#update({ isSubmitted: true, late: this.#state.late + this.#waiting() });
    if (message.kind === 'left') this.lockOut();
    if (message.kind === 'saved') {
      this.#parts.onStored(message.stored);
      this.#update({ savedAt: new Date(), isUnreachable: false });
    }
    this.#update({ record: await this.#parts.store.read() });
  }

  /** The response takes no more answers, in any tab. */
  async close(): Promise<void> {
    const late = this.#state.late + this.#waiting();
    await this.#parts.store.clear();
    this.#update({ isSubmitted: true, late, record: { ...this.#state.record, entries: [] } });
    this.#parts.tabs.tell({ kind: 'submitted' });
  }

  /** Whoever answered leaves this browser to somebody else: nothing of theirs stays in it, in any tab. */
  async leave(): Promise<void> {
    await this.#parts.store.clear();
    this.leaveUnsent();
  }

  /** The same, but what could not be sent stays, and is sent when they are let in here again. */
  leaveUnsent(): void {
    this.lockOut();
    this.#parts.tabs.tell({ kind: 'left' });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #waiting(): number {
    return questionsWaiting(this.#state.record);
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      if (this.#state.isSubmitted) return;
      const record = await this.#change(claimNext);
      const entry = nextToSend(record);
      if (entry === undefined) return;
      const outcome = await this.#parts.send(entry, record.clientId);
      if (outcome.kind === 'unreachable') return this.#retryLater();
      this.#pause.reset();
      this.#update({ isUnreachable: false });
      if (outcome.kind === 'locked-out') return this.lockOut();
      await this.#conclude(entry, outcome);
    }
  }

  async #conclude(entry: OutboxEntry, outcome: ConclusiveOutcome): Promise<void> {
    const { clientSequence } = entry;
    switch (outcome.kind) {
      case 'saved':
        this.#parts.onStored(outcome.stored);
        await this.#change((record) => acknowledge(record, clientSequence, outcome.stored));
        this.#update({ savedAt: new Date() });
        this.#parts.tabs.tell({ kind: 'saved', stored: outcome.stored, version: this.#parts.version?.() });
        break;
      case 'conflict':
        this.#parts.onStored(outcome.current);
        await this.#change((record) => meetConflict(record, clientSequence, outcome.current));
        this.#parts.tabs.tell({ kind: 'queued' });
        break;
      case 'refused':
        if (outcome.isAskedAnew) {
          await this.#change((record) => giveUp(record, clientSequence));
          this.#update({ outdated: [...new Set([...this.#state.outdated, entry.itemCode])] });
          break;
        }
        await this.#change((record) => markRefused(record, clientSequence));
        this.#parts.tabs.tell({ kind: 'queued' });
        break;
      case 'submitted':
        await this.close();
        break;
    }
  }

  #retryLater(): void {
    this.#update({ isUnreachable: true });
    this.#timer = setTimeout(() => void this.flush(), this.#pause.next());
  }

  async #change(step: (record: OutboxRecord) => OutboxRecord): Promise<OutboxRecord> {
    const record = await this.#parts.store.change(step);
    this.#update({ record, isDurable: this.#parts.store.isDurable() });
    return record;
  }

  #update(changes: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#parts.onState(this.#state);
  }
}
