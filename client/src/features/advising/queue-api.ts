import type * as z from 'zod/mini';
import { countQueue, exportQueue, listQueue, type QueueRow } from '#shared/contracts/advisor-queue.ts';
import { listAdvisors } from '#shared/contracts/advisor-referrals.ts';
import { listPackages } from '#shared/contracts/packages.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { type FetchedFile, fetchFile } from '../../lib/http/fetch-file.ts';
import type { QueueAddress } from './queue-address.ts';

export type QueueCounts = CallOutput<typeof countQueue>;
export type QueuePage = CallOutput<typeof listQueue>;
export type Colleague = CallOutput<typeof listAdvisors>['advisors'][number];
export type Catalogue = CallOutput<typeof listPackages>['packages'];

/** The rows that are wanted; `search` is part of a firm's name, or empty. */
export type QueueQuery = { readonly address: QueueAddress; readonly search: string };

export const fetchQueueCounts = (): Promise<QueueCounts> => callEndpoint(countQueue, {});

const anyOf = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.join(','));

function queryOf({ address, search }: QueueQuery, after: string | null): z.input<typeof listQueue.query> {
  const { view, order, county, branch, size, package: packages, assigned } = address;
  return {
    view,
    order,
    county: anyOf(county),
    branch: anyOf(branch),
    size: anyOf(size),
    package: anyOf(packages),
    assigned: assigned ?? undefined,
    search: search === '' ? undefined : search,
    after: after ?? undefined,
  };
}

/** The rows after the place, page by page until there are at least so many. */
export async function fetchQueue(
  query: QueueQuery,
  { after, atLeast, signal }: { after: string | null; atLeast: number; signal: AbortSignal },
): Promise<QueuePage> {
  const rows: QueueRow[] = [];
  let next = after;
  do {
    const page = await callEndpoint(listQueue, { query: queryOf(query, next), signal });
    rows.push(...page.rows);
    next = page.next;
  } while (next !== null && rows.length < atLeast);
  return { rows, next };
}

/** Everything the query finds, as a file. */
export function fetchExport(
  query: QueueQuery,
  file: Pick<z.input<typeof exportQueue.body>, 'format' | 'language'>,
  fetching: Parameters<typeof fetchFile>[2],
): Promise<FetchedFile> {
  const { after: _after, ...filter } = queryOf(query, null);
  return fetchFile(exportQueue, { filter, ...file }, fetching);
}

/** Who at the organisation can look after requests. */
export async function fetchColleagues(organisationId: string): Promise<Colleague[]> {
  return (await callEndpoint(listAdvisors, { params: { organisationId } })).advisors;
}

export async function fetchCatalogue(): Promise<Catalogue> {
  return (await callEndpoint(listPackages, {})).packages;
}
