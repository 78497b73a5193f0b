import type * as z from 'zod/mini';
import { listQueue, type QueueRow } from '#shared/contracts/advisor-queue.ts';
import {
  type EditionDocument,
  getEdition,
  listEditions,
  listPackageEditions,
  moveEdition,
  saveEdition,
} from '#shared/contracts/editions.ts';
import { listPackages } from '#shared/contracts/packages.ts';
import {
  answerPlacement,
  listEditionPlacements,
  listFirmPlacements,
  listFirmsPlaces,
  movePlacement,
} from '#shared/contracts/placements.ts';
import { type FirmProfileOptions, getFirmProfileOptions } from '#shared/contracts/site.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import type { EditionAddress } from './edition-address.ts';

export type EditionPage = CallOutput<typeof listEditions>;
export type Package = CallOutput<typeof listPackages>['packages'][number];
export type Municipality = FirmProfileOptions['municipalities'][number];
export type PublicEdition = CallOutput<typeof listPackageEditions>['editions'][number];
export type OwnPlacements = CallOutput<typeof listFirmPlacements>;

const fetchMunicipalities = async (): Promise<Municipality[]> =>
  (await callEndpoint(getFirmProfileOptions, {})).municipalities;
const fetchPackages = async (): Promise<Package[]> => (await callEndpoint(listPackages, {})).packages;

export function fetchEditions(
  { time, whose, package: packageCode, isShort }: EditionAddress,
  after: string | null = null,
): Promise<EditionPage> {
  const query = {
    time,
    whose,
    package: packageCode ?? undefined,
    short: isShort ? ('true' as const) : undefined,
    after: after ?? undefined,
  };
  return callEndpoint(listEditions, { query });
}

/** Editions that a firm could join instead of a new one of the package. */
export const fetchSimilar = async (packageCode: string, signal: AbortSignal): Promise<EditionDocument[]> =>
  (await callEndpoint(listEditions, { query: { whose: 'all', like: packageCode }, signal })).editions;

export async function loadEditions(address: EditionAddress) {
  const [page, municipalities, packages] = await Promise.all([
    fetchEditions(address),
    fetchMunicipalities(),
    fetchPackages(),
  ]);
  return { address, page, municipalities, packages };
}
export type LoadedEditions = Awaited<ReturnType<typeof loadEditions>>;

type EditionAt = { readonly organisationId: string; readonly editionId: string };

/** What an edition is planned by: its own provider's packages and the municipalities that there are. */
export async function loadEditionForm(organisationId: string, editionId: string | undefined) {
  const [edition, municipalities, packages] = await Promise.all([
    editionId === undefined ? null : callEndpoint(getEdition, { params: { organisationId, editionId } }),
    fetchMunicipalities(),
    fetchPackages(),
  ]);
  return { organisationId, edition, municipalities, packages };
}
export type LoadedEditionForm = Awaited<ReturnType<typeof loadEditionForm>>;

const requestsOf = async (view: 'to-answer' | 'under-way', code: string) =>
  (await callEndpoint(listQueue, { query: { view, package: code } })).rows;

export async function loadEdition(params: EditionAt) {
  const edition = await callEndpoint(getEdition, { params });
  const [{ placements, live }, municipalities, asked, underWay] = await Promise.all([
    callEndpoint(listEditionPlacements, { params }),
    fetchMunicipalities(),
    requestsOf('to-answer', edition.packageCode),
    requestsOf('under-way', edition.packageCode),
  ]);
  return { edition, placements, live, municipalities, asking: [...asked, ...underWay] };
}
export type LoadedEdition = Awaited<ReturnType<typeof loadEdition>>;

/** Firms of that name which let the organisation in. */
export async function findFirms(search: string, organisationId: string, signal: AbortSignal): Promise<QueueRow[]> {
  const { rows } = await callEndpoint(listQueue, { query: { view: 'all', order: 'name', search }, signal });
  return rows.filter((row) => row.organisationId === organisationId);
}

type Saved = z.input<typeof saveEdition.body>;
export const sendEdition = (params: EditionAt, body: Saved) => callEndpoint(saveEdition, { params, body });

type Moved = z.input<typeof moveEdition.body>;
export const sendEditionMove = (params: EditionAt, body: Moved) => callEndpoint(moveEdition, { params, body });

export type Placing = z.input<typeof movePlacement.body>;
export const sendPlacing = (params: EditionAt & { firmId: string }, body: Placing) =>
  callEndpoint(movePlacement, { params, body });

/** Where the firm has a place with the organisation, and which of its editions take firms. */
export async function loadFirmsPlaces(organisationId: string, firmId: string) {
  const [{ firmName, placements, unanswered, wished, live }, { editions }, municipalities] = await Promise.all([
    callEndpoint(listFirmsPlaces, { params: { organisationId, firmId } }),
    callEndpoint(listEditions, { query: { time: 'upcoming' } }),
    fetchMunicipalities(),
  ]);
  const own = editions.filter((edition) => edition.organisationId === organisationId);
  return { organisationId, firmId, firmName, placements, unanswered, wished, live, editions: own, municipalities };
}
export type LoadedFirmsPlaces = Awaited<ReturnType<typeof loadFirmsPlaces>>;

/** Where the firm is asked, takes part or waits with the organisation. */
export const fetchLivePlaces = async (params: { organisationId: string; firmId: string }, signal: AbortSignal) =>
  (await callEndpoint(listFirmsPlaces, { params, signal })).live;

export const fetchOwnPlacements = (firmId: string): Promise<OwnPlacements> =>
  callEndpoint(listFirmPlacements, { params: { firmId } });

export async function loadOwnPlacements(firmId: string) {
  const [own, municipalities] = await Promise.all([fetchOwnPlacements(firmId), fetchMunicipalities()]);
  return { firmId, own, municipalities };
}
export type LoadedOwnPlacements = Awaited<ReturnType<typeof loadOwnPlacements>>;

type Answer = z.input<typeof answerPlacement.body>;
export const sendAnswer = (firmId: string, placementId: string, body: Answer) =>
  callEndpoint(answerPlacement, { params: { firmId, placementId }, body });

export async function loadPackageEditions(packageCode: string) {
  const [{ editions }, municipalities] = await Promise.all([
    callEndpoint(listPackageEditions, { params: { packageCode } }),
    fetchMunicipalities(),
  ]);
  return { editions, municipalities };
}
