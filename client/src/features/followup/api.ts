import {
  type ActivityDocument,
  type ActivityRow,
  type FollowUpFrame,
  getActivity,
  getIndexValue,
  getPortfolioTable,
  getPortfolioWorkbook,
  type IndexValueDocument,
  type IndexValueRow,
  listActivities,
  listIndexValues,
  saveActivity,
  saveIndexValue,
  withdrawActivity,
  withdrawIndexValue,
} from '#shared/contracts/follow-up.ts';
import type { Activity } from '#shared/domain/followup/activity.ts';
import type { IndexValue } from '#shared/domain/followup/index-value.ts';
import type { PortfolioFilter } from '#shared/domain/followup/portfolio.ts';
import type { Language } from '#shared/domain/language.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';
import { fetchRegions, type Region } from '../../lib/my-regions.ts';

type OfRegion = { readonly organisationId: string; readonly regions: readonly Region[] };

/** Loads for the region that is asked for, or the first of the reader's. */
async function asRegion<T>(
  asked: string | null,
  load: (organisationId: string) => Promise<T>,
): Promise<(T & OfRegion) | null> {
  const regions = await fetchRegions();
  const organisationId = asked ?? regions[0]?.organisationId;
  return organisationId === undefined ? null : { ...(await load(organisationId)), organisationId, regions };
}

const fetchActivities = (organisationId: string) => callEndpoint(listActivities, { params: { organisationId } });

export type LoadedActivities = CallOutput<typeof listActivities> & OfRegion;
export const loadActivities = (asked: string | null): Promise<LoadedActivities | null> =>
  asRegion(asked, fetchActivities);

type ActivityPlace = { readonly organisationId: string; readonly activityId: string };

export const fetchActivity = (params: ActivityPlace): Promise<ActivityDocument> =>
  callEndpoint(getActivity, { params });

export type LoadedActivity = ActivityPlace & { readonly document: ActivityDocument; readonly frame: FollowUpFrame };

export async function loadActivity(params: ActivityPlace): Promise<LoadedActivity> {
  const [document, { frame }] = await Promise.all([fetchActivity(params), fetchActivities(params.organisationId)]);
  return { ...params, document, frame };
}

export type LoadedNewActivity = { readonly organisationId: string; readonly frame: FollowUpFrame };
export async function loadNewActivity(organisationId: string): Promise<LoadedNewActivity> {
  const { frame } = await fetchActivities(organisationId);
  return { organisationId, frame };
}

type Written<T> = T & { readonly revision: number };
export const sendActivity = (params: ActivityPlace, body: Written<{ activity: Activity }>): Promise<ActivityRow> =>
  callEndpoint(saveActivity, { params, body });

type Withdrawal = { readonly revision: number; readonly reason: string };
export const sendActivityWithdrawal = (params: ActivityPlace, body: Withdrawal): Promise<ActivityRow> =>
  callEndpoint(withdrawActivity, { params, body });

/** Where the portfolio is fetched as a file, narrowed as the page is. */
export const portfolioFiles = {
  table: (organisationId: string, filter: PortfolioFilter, language: Language): string =>
    endpointAddress(getPortfolioTable, { organisationId }, { ...filter, language }),
  workbook: (organisationId: string, filter: PortfolioFilter, language: Language): string =>
    endpointAddress(getPortfolioWorkbook, { organisationId }, { ...filter, language }),
};

const fetchIndexValues = (organisationId: string) => callEndpoint(listIndexValues, { params: { organisationId } });

export type LoadedIndexValues = CallOutput<typeof listIndexValues> & OfRegion;
export const loadIndexValues = (asked: string | null): Promise<LoadedIndexValues | null> =>
  asRegion(asked, fetchIndexValues);

export type Dimension = LoadedIndexValues['dimensions'][number];
type IndexPlace = { readonly organisationId: string; readonly indexValueId: string };
type IndexFrame = { readonly dimensions: readonly Dimension[]; readonly today: string };

export const fetchIndexValue = (params: IndexPlace): Promise<IndexValueDocument> =>
  callEndpoint(getIndexValue, { params });

export type LoadedIndexValue = IndexPlace & IndexFrame & { readonly document: IndexValueDocument };
export async function loadIndexValue(params: IndexPlace): Promise<LoadedIndexValue> {
  const [document, { dimensions, today }] = await Promise.all([
    fetchIndexValue(params),
    fetchIndexValues(params.organisationId),
  ]);
  return { ...params, document, dimensions, today };
}

export type LoadedNewIndexValue = IndexFrame & { readonly organisationId: string };
export async function loadNewIndexValue(organisationId: string): Promise<LoadedNewIndexValue> {
  const { dimensions, today } = await fetchIndexValues(organisationId);
  return { organisationId, dimensions, today };
}

export const sendIndexValue = (params: IndexPlace, body: Written<{ indexValue: IndexValue }>): Promise<IndexValueRow> =>
  callEndpoint(saveIndexValue, { params, body });
export const sendIndexWithdrawal = (params: IndexPlace, body: Withdrawal): Promise<IndexValueRow> =>
  callEndpoint(withdrawIndexValue, { params, body });
