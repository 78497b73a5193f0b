import type { ResponseDocument, StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { growingPause } from '../../lib/growing-pause.ts';
import { isAway } from '../../lib/http/errors.ts';
import { fetchResponse } from './api.ts';
import { keepForm } from './offline/kept-forms.ts';
import { registerServiceWorker } from './offline/service-worker.ts';
import { joinTabs } from './outbox/browser-tabs.ts';
import { Outbox } from './outbox/outbox.ts';
import type { OutboxState, TabMessage } from './outbox/outbox-parts.ts';
import type { OutboxEntry, OutboxRecord } from './outbox/outbox-record.ts';
import { pendingAnswers } from './outbox/outbox-steps.ts';
import { type OutboxStore, openOutboxStore } from './outbox/outbox-store.ts';
import { isLockedOut, type SendOutcome, sendAnswer } from './outbox/send-answer.ts';
import { type AnsweredResponse, forgetKeptResponse, noteOpened, rememberResponse } from './remembered-response.ts';

export type AnsweringState = {
  readonly answers: Answers;
  readonly carried: ReadonlySet<string>;
  readonly outbox: OutboxState;
  /** Opened without a network: what is saved is not known here until there is one. */
  readonly awaitsSaved: boolean;
  /** The response has gone over to another version of the questions than the one that is put here. */
  readonly isMoved: boolean;
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
  readonly #pause = growingPause();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #response: AnsweredResponse;
  #awaitsSaved: boolean;
  #isMoved = false;
  #isBegun = false;
  #state: AnsweringState;

  /** `saved` is null where the server has not been asked. */
  constructor(
    response: AnsweredResponse,
    saved: readonly StoredAnswer[] | null,
    store: OutboxStore,
    record: OutboxRecord,
  ) {
    this.#response = response;
    this.#awaitsSaved = saved === null;
    this.#stored = new Map(saved?.map((stored) => [stored.itemCode, stored]));
    this.#tabs = joinTabs(response.responseId, (message) => void this.#hear(message));
    this.outbox = new Outbox(
      {
        store,
        tabs: this.#tabs,
        version: () => this.#response.instrumentVersionId,
        send: (entry, clientId) => this.#send(entry, clientId),
        onState: (outbox) => this.#publish(outbox),
        onStored: (stored) => this.#remember(stored),
      },
      record,
    );
    this.#state = this.#stateOf(this.outbox.state);
  }

  /** As it was when it was last fetched, but for the answers, which `read` tells. */
  get response(): AnsweredResponse {
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
    // May be refused, by a private window or a full disk: it then opens with a network only.
    registerServiceWorker().catch(() => undefined);
    this.#keepQuestions();
    void this.outbox.retry();
    if (this.#awaitsSaved) void this.#tryAgain();
  };

  /** Nothing more will be answered. */
  async close(): Promise<void> {
    await this.outbox.close();
    this.#end();
  }

  /** Whoever answered is not here any more, and somebody else may be. */
  async leave(): Promise<void> {
    // The page that is left is not to say that its answers open no more.
    this.#listeners.clear();
    await this.outbox.leave();
    this.#end();
  }

  /** The same, with what could not be sent kept for when they come in here again. */
  leaveUnsent(): void {
    this.#listeners.clear();
    this.outbox.leaveUnsent();
    this.#end();
  }

  #end(): void {
    window.removeEventListener('online', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    clearTimeout(this.#timer);
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
    // On another version other questions are answered.
    if (response.instrumentVersionId !== this.#response.instrumentVersionId) {
      this.#stored.clear();
      void this.outbox.forgetRevisions();
    }
    this.#response = response;
    this.#isMoved = false;
    this.#awaitsSaved = false;
    this.outbox.letIn();
    for (const stored of response.answers) this.#remember(stored);
    if (this.#isBegun && response.status === 'open') this.#keepQuestions();
    if (response.status !== 'open') void this.outbox.close();
    this.#publish(this.outbox.state);
  }

  /** What a respondent has just said of themselves. */
  noteRespondent(said: Partial<NonNullable<ResponseDocument['respondent']>>): void {
    const { respondent } = this.#response;
    if (respondent === null) return;
    this.#response = { ...this.#response, respondent: { ...respondent, ...said } };
    this.#publish(this.outbox.state);
  }

  /** That another tab has saved means that this browser is let in again. */
  async #hear(message: TabMessage): Promise<void> {
    const { instrumentVersionId: here } = this.#response;
    if (message.kind === 'saved' && (message.version ?? here) !== here) {
      // To a question that is not put here.
      await this.outbox.hear({ kind: 'queued' });
      this.#tellMoved();
      return;
    }
    await this.outbox.hear(message);
    if (message.kind === 'saved' && this.outbox.state.isLockedOut) await this.#tryAgain();
  }

  /** Asks for what may have changed beside the answers. Nothing comes of it without a network. */
  readonly lookAgain = (): void => void this.#askResponse();

  /**
   * Somebody who was locked out may have signed in meanwhile, in another tab, and the network may be back for somebody
   * who began without: the response itself is asked.
   */
  async #tryAgain(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.outbox.state.isLockedOut || this.#awaitsSaved) await this.#askResponse();
    await this.outbox.flush();
  }

  /** What opens without a network: the questions of the version that is answered now. */
  #keepQuestions(): void {
    rememberResponse(this.#response);
    keepForm(this.#response).catch(() => undefined);
  }

  async #askResponse(): Promise<void> {
    try {
      const response = await fetchResponse(this.#response.responseId);
      // The questions of the other version are not here: the page has to be opened anew.
      if (response.instrumentVersionId === this.#response.instrumentVersionId) this.refresh(response);
      else {
        this.outbox.letIn();
        this.#awaitsSaved = false;
        this.#tellMoved();
      }
    } catch (error) {
      if (isLockedOut(error)) this.outbox.lockOut();
      else if (this.#awaitsSaved && isAway(error)) {
        this.#timer = setTimeout(() => void this.#tryAgain(), this.#pause.next());
      }
    }
  }

  async #send(entry: OutboxEntry, clientId: string): Promise<SendOutcome> {
    const outcome = await sendAnswer(this.#response.responseId, clientId, entry);
    const isOfHere = entry.instrumentVersionId === this.#response.instrumentVersionId;
    if (outcome.kind === 'refused' && outcome.isAskedAnew && isOfHere) this.#tellMoved();
    return outcome;
  }

  #tellMoved(): void {
    this.#isMoved = true;
    this.#publish(this.outbox.state);
  }

  #remember(stored: StoredAnswer): void {
    const known = this.#stored.get(stored.itemCode);
    if (known === undefined || known.revision < stored.revision) this.#stored.set(stored.itemCode, stored);
  }

  #stateOf(outbox: OutboxState): AnsweringState {
    const stored = [...this.#stored.values()];
    const given = new Map([...pendingAnswers(outbox.record, this.#response.instrumentVersionId), ...this.#given]);
    const carried = stored.filter(({ itemCode, isCarried }) => isCarried && !given.has(itemCode));
    return {
      answers: Object.fromEntries([...stored.map(({ itemCode, answer }) => [itemCode, answer] as const), ...given]),
      carried: new Set(carried.map(({ itemCode }) => itemCode)),
      outbox,
      awaitsSaved: this.#awaitsSaved,
      isMoved: this.#isMoved,
    };
  }

  #publish(outbox: OutboxState): void {
    if (outbox.isSubmitted) forgetKeptResponse(this.#response.responseId);
    this.#state = this.#stateOf(outbox);
    for (const listener of this.#listeners) listener();
  }
}

const sessions = new Map<string, AnsweringSession>();

/** The responses that are answered in this tab. */
export const openedSessions = (): string[] => [...sessions.keys()];
export const openedSession = (responseId: string): AnsweringSession | undefined => sessions.get(responseId);

async function sessionOf(
  response: AnsweredResponse,
  saved: readonly StoredAnswer[] | null,
): Promise<{ session: AnsweringSession; isNew: boolean }> {
  const store = openOutboxStore(response.responseId);
  const record = await store.read();
  const known = sessions.get(response.responseId);
  if (known !== undefined) return { session: known, isNew: false };
  const session = new AnsweringSession(response, saved, store, record);
  noteOpened(response.responseId);
  sessions.set(response.responseId, session);
  return { session, isNew: true };
}

/** One session per response and tab, so that going between pages keeps what is under way. */
export async function openSession(response: ResponseDocument): Promise<AnsweringSession> {
  const { session, isNew } = await sessionOf(response, response.answers);
  if (!isNew) session.refresh(response);
  return session;
}

/** Without a network: the one that this tab has, or one with what waits in the browser. */
export async function openKeptSession(response: AnsweredResponse): Promise<AnsweringSession> {
  return (await sessionOf(response, null)).session;
}

export async function closeSession(session: AnsweringSession): Promise<void> {
  sessions.delete(session.response.responseId);
  await session.close();
}

export async function leaveSession(session: AnsweringSession): Promise<void> {
  sessions.delete(session.response.responseId);
  await session.leave();
}

export function leaveUnsent(session: AnsweringSession): void {
  sessions.delete(session.response.responseId);
  session.leaveUnsent();
}
