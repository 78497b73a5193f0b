import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { OutboxEntry, OutboxRecord } from './outbox-record.ts';

/* Every step an outbox can take, as pure functions from one record to the next. */

function withEntries(record: OutboxRecord, entries: readonly OutboxEntry[]): OutboxRecord {
  return { ...record, entries: [...entries] };
}

/**
 * Puts an answer in. It takes the place of an earlier one of the same item that was never sent; behind one
 * that was, it waits for that one's outcome. A conflict stays one: only the person settles it.
 */
export function enqueue(
  record: OutboxRecord,
  itemCode: string,
  answer: Answer,
  knownRevision: number,
  instrumentVersionId?: OutboxEntry['instrumentVersionId'],
): OutboxRecord {
  const isReplaceable = (entry: OutboxEntry) => entry.itemCode === itemCode && !entry.isAttempted;
  const replaced = record.entries.find(isReplaceable);
  const kept = record.entries.filter((entry) => !isReplaceable(entry));
  const isBehindOther = kept.some((entry) => entry.itemCode === itemCode);
  const isMet = replaced?.state === 'conflict';
  const ownRevision = record.revisions[itemCode] ?? 0;
  const entry: OutboxEntry = {
    itemCode,
    answer,
    instrumentVersionId,
    clientSequence: record.nextSequence,
    baseRevision: isBehindOther ? null : (replaced?.baseRevision ?? Math.max(knownRevision, ownRevision)),
    isAttempted: false,
    state: isMet ? 'conflict' : 'waiting',
    current: isMet ? replaced.current : null,
  };
  return { ...record, nextSequence: record.nextSequence + 1, entries: [...kept, entry] };
}

/** Of how many questions the answer has not been saved. */
export function questionsWaiting({ entries }: OutboxRecord): number {
  return new Set(entries.map(({ itemCode }) => itemCode)).size;
}

/** The entry to send now: the oldest that waits for nothing and nobody. */
export function nextToSend(record: OutboxRecord): OutboxEntry | undefined {
  return record.entries.find(({ state, baseRevision }) => state === 'waiting' && baseRevision !== null);
}

/** Marks the entry to send as sent, in the step that picks it: a newer answer then comes behind it, not in its place. */
export function claimNext(record: OutboxRecord): OutboxRecord {
  const next = nextToSend(record);
  return withEntries(
    record,
    record.entries.map((entry) => (entry === next ? { ...entry, isAttempted: true } : entry)),
  );
}

/** The server has it: the entry goes, and the next one of the item builds on the new revision. */
export function acknowledge(record: OutboxRecord, clientSequence: number, stored: StoredAnswer): OutboxRecord {
  return withEntries(
    { ...record, revisions: { ...record.revisions, [stored.itemCode]: stored.revision } },
    record.entries
      .filter((entry) => entry.clientSequence !== clientSequence)
      .map((entry) =>
        entry.itemCode === stored.itemCode && entry.baseRevision === null
          ? { ...entry, baseRevision: stored.revision }
          : entry,
      ),
  );
}

/** Somebody else answered the item meanwhile: the newest own answer is put beside theirs, for the person to choose. */
export function meetConflict(record: OutboxRecord, clientSequence: number, current: StoredAnswer): OutboxRecord {
  const own = record.entries.findLast(({ itemCode }) => itemCode === current.itemCode);
  return withEntries(
    record,
    record.entries
      .filter((entry) => entry.itemCode !== current.itemCode || entry === own)
      .map((entry) =>
        entry === own || entry.clientSequence === clientSequence
          ? { ...entry, baseRevision: current.revision, isAttempted: false, state: 'conflict' as const, current }
          : entry,
      ),
  );
}

export function settleConflict(record: OutboxRecord, itemCode: string, choice: 'own' | 'theirs'): OutboxRecord {
  const isMet = (entry: OutboxEntry) => entry.itemCode === itemCode && entry.state === 'conflict';
  if (choice === 'theirs') {
    const kept = record.entries.filter((entry) => !isMet(entry));
    const theirs = record.entries.find(isMet)?.current ?? null;
    // What is said next knows of it, also in a tab that did not hear.
    const revisions = theirs === null ? record.revisions : { ...record.revisions, [itemCode]: theirs.revision };
    return withEntries({ ...record, revisions }, kept);
  }
  // A new number, because under the old one the server may remember another outcome.
  return {
    ...record,
    nextSequence: record.nextSequence + 1,
    entries: record.entries.map((entry) =>
      isMet(entry)
        ? { ...entry, clientSequence: record.nextSequence, state: 'waiting' as const, current: null }
        : entry,
    ),
  };
}

/**
 * The server will not take it as it is. It stays to be seen until the person answers anew; where they already
 * have, the newer answer is sent instead.
 */
export function markRefused(record: OutboxRecord, clientSequence: number): OutboxRecord {
  const refused = record.entries.find((entry) => entry.clientSequence === clientSequence);
  const isBehind = (entry: OutboxEntry) => entry.itemCode === refused?.itemCode && entry !== refused;
  if (refused !== undefined && record.entries.some(isBehind)) {
    const { baseRevision } = refused;
    return withEntries(
      record,
      record.entries
        .filter((entry) => entry !== refused)
        .map((entry) => (isBehind(entry) ? { ...entry, baseRevision } : entry)),
    );
  }
  return withEntries(
    record,
    record.entries.map((entry) =>
      entry === refused ? { ...entry, isAttempted: false, state: 'refused' as const } : entry,
    ),
  );
}

/** The question it answers is not asked any more as it was: it goes, and a newer answer of the item is sent by itself. */
export function giveUp(record: OutboxRecord, clientSequence: number): OutboxRecord {
  const gone = record.entries.find((entry) => entry.clientSequence === clientSequence);
  return withEntries(
    record,
    record.entries
      .filter((entry) => entry !== gone)
      .map((entry) =>
        entry.itemCode === gone?.itemCode && entry.baseRevision === null ? { ...entry, baseRevision: 0 } : entry,
      ),
  );
}

/** What was refused may be taken now: the person has come back with the right key, or the server is mended. */
export function retryRefused(record: OutboxRecord): OutboxRecord {
  return withEntries(
    record,
    record.entries.map((entry) => (entry.state === 'refused' ? { ...entry, state: 'waiting' as const } : entry)),
  );
}

/** Was given to a question of another version, and it is for the server to say whether this one asks the same. */
function isToAnother({ instrumentVersionId }: OutboxEntry, version: OutboxEntry['instrumentVersionId']): boolean {
  return instrumentVersionId !== undefined && version !== undefined && instrumentVersionId !== version;
}

/** Own answers that the server has not confirmed, newest per item, to the questions of a version. */
export function pendingAnswers(
  record: OutboxRecord,
  version?: OutboxEntry['instrumentVersionId'],
): ReadonlyMap<string, Answer> {
  const own = record.entries.filter((entry) => !isToAnother(entry, version));
  return new Map(own.map(({ itemCode, answer }) => [itemCode, answer]));
}
