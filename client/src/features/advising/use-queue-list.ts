import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { writeQueueAddress } from './queue-address.ts';
import { fetchQueue, type QueuePage, type QueueQuery } from './queue-api.ts';

/** The request is the row; a firm without one has a row for each organisation that it lets in. */
export const rowKey = ({ firmId, organisationId, referral }: QueueRow): string =>
  referral?.referralId ?? `${firmId}.${organisationId}`;

/** A row may have moved to a later page since the earlier one was read. */
function joined(before: readonly QueueRow[], more: readonly QueueRow[]): QueueRow[] {
  const known = new Set(before.map(rowKey));
  return [...before, ...more.filter((row) => !known.has(rowKey(row)))];
}

const identityOf = ({ address, search }: QueueQuery) => JSON.stringify([writeQueueAddress(address), search]);

type How = 'anew' | 'again' | 'more';

/** What is fetched after the place, and joined to what stood before it. */
async function readPage(query: QueueQuery, before: QueuePage | undefined, how: How, signal: AbortSignal) {
  const isMore = how === 'more' && before !== undefined;
  const atLeast = how === 'again' ? (before?.rows.length ?? 1) : 1;
  const page = await fetchQueue(query, { after: isMore ? before.next : null, atLeast, signal });
  return isMore ? { ...page, rows: joined(before.rows, page.rows) } : page;
}

/** The rows of a query, and ways to read more of them or all of them again. What is shown stays until others come. */
export function useQueueList(query: QueueQuery) {
  const [page, setPage] = useState<QueuePage>();
  const [isLoading, setLoading] = useState(true);
  const [failure, setFailure] = useState<unknown>(null);
  const under = useRef(new AbortController());
  const latest = useRef({ query, page });
  useEffect(() => {
    latest.current = { query, page };
  });

  const read = useCallback(async (how: How): Promise<QueuePage | undefined> => {
    under.current.abort();
    under.current = new AbortController();
    const { signal } = under.current;
    setLoading(true);
    let fetched: QueuePage | undefined;
    let fault: unknown = null;
    try {
      fetched = await readPage(latest.current.query, latest.current.page, how, signal);
    } catch (error) {
      fault = error;
    }
    if (signal.aborted) return undefined;
    // Rows of another query would be taken for the answer to this one.
    if (fetched !== undefined || how === 'anew') setPage(fetched);
    setFailure(fault);
    setLoading(false);
    return fetched;
  }, []);

  const identity = identityOf(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is what asks for other rows.
  useEffect(() => {
    void read('anew');
    return () => under.current.abort();
  }, [identity, read]);

  return { page, isLoading, failure, refresh: () => read('again'), readMore: () => read('more') };
}
export type QueueList = ReturnType<typeof useQueueList>;
