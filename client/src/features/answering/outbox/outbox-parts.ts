import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { OutboxEntry, OutboxRecord } from './outbox-record.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { SendOutcome } from './send-answer.ts';

/* What an outbox shows of itself, and what it needs from the browser. */

export type OutboxState = {
  readonly record: OutboxRecord;
  /** An answer is on its way into the browser's own storage. */
  readonly isKeeping: boolean;
  /** The last attempt got no reply; another follows by itself. */
  readonly isUnreachable: boolean;
  readonly isDurable: boolean;
  /** The response does not open for this browser any more: what is given is kept and not sent until it does. */
  readonly isLockedOut: boolean;
  /** The response was submitted, here or elsewhere: nothing more can be saved. */
  readonly isSubmitted: boolean;
  /** Items whose answers, given on the version before, this one does not take. They are not kept. */
  readonly outdated: readonly string[];
  /** Questions whose last answer was still on its way then, and is in nothing that was submitted. */
  readonly late: number;
  readonly savedAt: Date | null;
};

export type TabMessage =
  | { kind: 'queued' }
  | { kind: 'saved'; stored: StoredAnswer; version?: OutboxEntry['instrumentVersionId'] }
  | { kind: 'submitted' }
  /** Whoever answered has left this browser to somebody else. */
  | { kind: 'left' };

/** The other tabs of this browser on the same response. */
export type OutboxTabs = {
  tell(message: TabMessage): void;
  /** Runs alone among the tabs, so that only one sends at a time. */
  alone(work: () => Promise<void>): Promise<void>;
};

export type OutboxParts = {
  readonly store: OutboxStore;
  readonly tabs: OutboxTabs;
  readonly send: (entry: OutboxEntry, clientId: string) => Promise<SendOutcome>;
  /** Of the questions that are answered now. */
  readonly version?: () => OutboxEntry['instrumentVersionId'];
  readonly onState: (state: OutboxState) => void;
  readonly onStored: (stored: StoredAnswer) => void;
};
