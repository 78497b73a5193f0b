import type { ResponseDocument, StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { fetchResponse } from './api.ts';
import { joinTabs } from './outbox/browser-tabs.ts';
import { Outbox } from './outbox/outbox.ts';
import type { OutboxState, TabMessage } from './outbox/outbox-parts.ts';
import type { OutboxRecord } from './outbox/outbox-record.ts';
import { pendingAnswers } from './outbox/outbox-steps.ts';
import { type OutboxStore, openOutboxStore } from './outbox/outbox-store.ts';
import { sendAnswer } from './outbox/send-answer.ts';
import { rememberResponse } from './remembered-response.ts';

export type AnsweringState = {
  readonly answers: Answers;
  readonly carried: ReadonlySet<string>;
  readonly outbox: OutboxState;
};

/** One response while it is being answered in this tab: what the person has said, and where it is. */
export class AnsweringSession {
  readonly outbox: Outbox;
  readonly #tabs: ReturnType<typeof joinTabs>;
  readonly #listeners = new Set<() => void>();
  readonly #stored: Map<string, StoredAnswer>;
  /** Shown at once; the browser's storage takes a moment. */
  readonly #given = new Map<string, Answer>();
  readonly #flush = () => void this.#tryAgain();
  #response: ResponseDocument;
  #isBegun = false;
  #state: AnsweringState;

  constructor(response: ResponseDocument, store: OutboxStore, record: OutboxRecord) {
    this.#response = response;
    this.#stored = new Map(response.answers.map((stored) => [stored.itemCode, stored]));
    this.#tabs = joinTabs(response.responseId, (message) => void this.#hear(message));
    this.outbox = new Outbox(
      {
        store,
        tabs: this.#tabs,
        send: (entry, clientId) => sendAnswer(response.responseId, clientId, entry),
        onState: (outbox) => this.#publish(outbox),
        onStored: (stored) => this.#remember(stored),
      },
      record,
    );
    this.#state = this.#stateOf(this.outbox.state);
  }

  /** As it was when it was last fetched, but for the answers, which `read` tells. */
  get response(): ResponseDocument {
    return this.#response;
  }

  /**
   * Begins to send what an earlier visit left, and to send whenever there is a chance. It goes on for as long as
   * the tab is open, also on pages outside the answering: what waits has been promised to be sent.
   */
  readonly begin = (): void => {
    if (!this.#isBegun) {
      this.#isBegun = true;
      window.addEventListener('online', this.#flush);
      document.addEventListener('visibilitychange', this.#flush);
    }
    rememberResponse(this.response.responseId);
    void this.outbox.retry();
  };

  /** Nothing more will be answered. */
  async close(): Promise<void> {
    await this.outbox.close();
    window.removeEventListener('online', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.outbox.stop();
    this.#tabs.close();
  }

  readonly give = (itemCode: string, answer: Answer): void => {
    if (this.outbox.state.isSubmitted) return;
    const revision = this.#stored.get(itemCode)?.revision ?? 0;
    this.#given.set(itemCode, answer);
    void this.outbox.give(itemCode, answer, revision).then(() => {
      if (this.#given.get(itemCode) === answer) this.#given.delete(itemCode);
    });
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): AnsweringState => this.#state;

  /** Takes in what other devices have saved meanwhile, and who the response belongs to now. It opens, so all may be sent. */
  refresh(response: ResponseDocument): void {
    this.#response = response;
    this.outbox.letIn();
    for (const stored of response.answers) this.#remember(stored);
    this.#publish(this.outbox.state);
  }

  /** That another tab has saved means that this browser is let in again. */
  async #hear(message: TabMessage): Promise<void> {
    await this.outbox.hear(message);
    if (message.kind === 'saved' && this.outbox.state.isLockedOut) await this.#tryAgain();
  }

  /** Somebody who was locked out may have signed in meanwhile, in another tab: the response itself is asked. */
  async #tryAgain(): Promise<void> {
    if (this.outbox.state.isLockedOut) {
      const response = await fetchResponse(this.#response.responseId).catch(() => undefined);
      if (response !== undefined) this.refresh(response);
    }
    await this.outbox.flush();
  }

  #remember(stored: StoredAnswer): void {
    const known = this.#stored.get(stored.itemCode);
    if (known === undefined || known.revision < stored.revision) this.#stored.set(stored.itemCode, stored);
  }

  #stateOf(outbox: OutboxState): AnsweringState {
    const stored = [...this.#stored.values()];
    const given = new Map([...pendingAnswers(outbox.record), ...this.#given]);
    const carried = stored.filter(({ itemCode, isCarried }) => isCarried && !given.has(itemCode));
    return {
      answers: Object.fromEntries([...stored.map(({ itemCode, answer }) => [itemCode, answer] as const), ...given]),
      carried: new Set(carried.map(({ itemCode }) => itemCode)),
      outbox,
    };
  }

  #publish(outbox: OutboxState): void {
    this.#state = this.#stateOf(outbox);
    for (const listener of this.#listeners) listener();
  }
}

const sessions = new Map<string, AnsweringSession>();

/** One session per response and tab, so that going between pages keeps what is under way. */
export async function openSession(response: ResponseDocument): Promise<AnsweringSession> {
  const store = openOutboxStore(response.responseId);
  const record = await store.read();
  const known = sessions.get(response.responseId);
  if (known !== undefined) {
    known.refresh(response);
    return known;
  }
  const session = new AnsweringSession(response, store, record);
  sessions.set(response.responseId, session);
  return session;
}

export async function closeSession(session: AnsweringSession): Promise<void> {
  sessions.delete(session.response.responseId);
  await session.close();
}
