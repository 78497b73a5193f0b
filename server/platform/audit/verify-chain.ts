import { createHash } from 'node:crypto';
import type { Anchor } from './anchor-file.ts';
import type { ChainEvent } from './chain-repository.ts';

/**
 * altered: the event is not what was recorded. missing: it should be here and is not. cut-off: an anchor knows of it,
 * and the log ends before. anchor-differs: an anchor knows another event with this number.
 */
export type ChainFault = {
  readonly sequence: number;
  readonly kind: 'altered' | 'missing' | 'cut-off' | 'anchor-differs';
};

export type Verdict = {
  /** Events read, up to and with the first that does not fit. */
  readonly eventCount: number;
  readonly anchorCount: number;
  readonly fault: ChainFault | null;
};

type Link = { readonly sequence: number; readonly sha256: Buffer };

/** What the first event follows. */
const beginning: Link = { sequence: 0, sha256: createHash('sha256').update('mattstock audit log').digest() };

function checkLink(event: ChainEvent, last: Link): ChainFault | null {
  if (event.sequence !== last.sequence + 1) return { sequence: last.sequence + 1, kind: 'missing' };
  const computed = createHash('sha256').update(event.previousSha256).update(event.payload, 'utf8').digest();
  if (!computed.equals(event.eventSha256)) return { sequence: event.sequence, kind: 'altered' };
  // This event is as it was recorded, so that it is the one before that got another hash since.
  if (!event.previousSha256.equals(last.sha256)) return { sequence: Math.max(last.sequence, 1), kind: 'altered' };
  return null;
}

function byEvent(anchors: readonly Anchor[]): Map<number, Set<string>> {
  const hashes = new Map<number, Set<string>>();
  for (const { sequence, sha256 } of anchors) {
    hashes.set(sequence, (hashes.get(sequence) ?? new Set<string>()).add(sha256));
  }
  return hashes;
}

function isAnchored({ sequence, eventSha256 }: ChainEvent, hashes: ReadonlyMap<number, Set<string>>): boolean {
  const known = hashes.get(sequence);
  return known === undefined || (known.size === 1 && known.has(eventSha256.toString('hex')));
}

/**
 * Computes the chain anew from its beginning and holds it against what was noted of it outside the database. The hashes
 * that are stored beside the events prove nothing by themselves: who can write the table can compute them too.
 */
export async function verifyChain(events: AsyncIterable<ChainEvent>, anchors: readonly Anchor[]): Promise<Verdict> {
  const hashes = byEvent(anchors);
  const anchorCount = anchors.length;
  let last = beginning;
  let eventCount = 0;
  for await (const event of events) {
    eventCount += 1;
    const fault = checkLink(event, last);
    if (fault !== null) return { eventCount, anchorCount, fault };
    if (!isAnchored(event, hashes)) {
      return { eventCount, anchorCount, fault: { sequence: event.sequence, kind: 'anchor-differs' } };
    }
    last = { sequence: event.sequence, sha256: event.eventSha256 };
  }
  const isCutOff = [...hashes.keys()].some((sequence) => sequence > last.sequence);
  return { eventCount, anchorCount, fault: isCutOff ? { sequence: last.sequence + 1, kind: 'cut-off' } : null };
}
