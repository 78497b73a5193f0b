import { listPackageReach } from '#shared/contracts/packages.ts';
import {
  getMeetingPack,
  getRegionPack,
  getReleaseCatalogue,
  getReleaseFile,
  listReleaseFiles,
} from '#shared/contracts/release-files.ts';
import { getReleaseTrend, type TrendPoint } from '#shared/contracts/release-trend.ts';
import { cancelVerification, verifyRelease } from '#shared/contracts/release-verifications.ts';
import {
  buildEffect,
  buildRelease,
  cancelRelease,
  getPublishedRelease,
  getRelease,
  getReleaseProgress,
  listPublishedReleases,
  listReleases,
  type PublishedRelease,
  type PublishedReleaseRow,
  publishRelease,
  type ReleaseInProgress,
  type ReleaseProgress,
} from '#shared/contracts/releases.ts';
import type { Language } from '#shared/domain/language.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';
import { fetchRegions, type Region } from '../../lib/my-regions.ts';

export type ReleasePlace = { organisationId: string; releaseId: string };
export type Choices = CallOutput<typeof listReleases>['choices'];
export type WantedRelease = CallInput<typeof buildRelease>['body'];
export type WantedEffect = CallInput<typeof buildEffect>['body'];

export type LoadedReleases = CallOutput<typeof listReleases> & {
  regions: readonly Region[];
  organisationId: string;
};

/** The releases there are, as the region sees them; as the first of one's regions when none is asked for. */
export async function loadReleases(asked: string | null): Promise<LoadedReleases | null> {
  const regions = await fetchRegions();
  const organisationId = asked ?? regions[0]?.organisationId;
  if (organisationId === undefined) return null;
  return { ...(await callEndpoint(listReleases, { params: { organisationId } })), regions, organisationId };
}

export type LoadedBuilder = Pick<LoadedReleases, 'organisationId' | 'choices' | 'releases'> & {
  /** What an earlier release was to count; null when one begins from nothing. */
  earlier: ReleaseInProgress['spec'] | null;
};

/** `releaseId`: of a release whose choices one begins from. */
export async function loadBuilder(organisationId: string, releaseId: string | null): Promise<LoadedBuilder> {
  const [{ choices, releases }, earlier] = await Promise.all([
    callEndpoint(listReleases, { params: { organisationId } }),
    releaseId === null ? null : fetchRelease({ organisationId, releaseId }),
  ]);
  return { organisationId, choices, releases, earlier: earlier?.spec ?? null };
}

/** Begins to build a release, and gives its identifier. */
export async function beginRelease(organisationId: string, body: WantedRelease): Promise<string> {
  return (await callEndpoint(buildRelease, { params: { organisationId }, body })).releaseId;
}

/** Begins to build a release of effects, and gives its identifier. */
export async function beginEffect(organisationId: string, body: WantedEffect): Promise<string> {
  return (await callEndpoint(buildEffect, { params: { organisationId }, body })).releaseId;
}

export function fetchRelease(place: ReleasePlace): Promise<ReleaseInProgress> {
  return callEndpoint(getRelease, { params: place });
}

export function fetchProgress(place: ReleasePlace): Promise<ReleaseProgress> {
  return callEndpoint(getReleaseProgress, { params: place });
}

export type LoadedRelease = { place: ReleasePlace; release: ReleaseInProgress };

export async function loadRelease(place: ReleasePlace): Promise<LoadedRelease> {
  return { place, release: await fetchRelease(place) };
}

/** `seen`: as it stood when that was asked for. Gives how it stands then, which may be further. */
export async function dropRelease(
  place: ReleasePlace,
  seen: CallInput<typeof cancelRelease>['body']['status'],
): Promise<ReleaseInProgress['status']> {
  return (await callEndpoint(cancelRelease, { params: place, body: { status: seen } })).status;
}

/** Begins to build a published release again. */
export async function beginVerification(place: ReleasePlace): Promise<void> {
  await callEndpoint(verifyRelease, { params: place });
}

export async function stopVerification(place: ReleasePlace, verificationId: string): Promise<void> {
  await callEndpoint(cancelVerification, { params: { ...place, verificationId } });
}

/** `sha256`: of what was looked at, so that nothing else is published. */
export async function sendPublication(place: ReleasePlace, sha256: string): Promise<number> {
  return (await callEndpoint(publishRelease, { params: place, body: { sha256 } })).number;
}

export async function fetchPublishedReleases(): Promise<PublishedReleaseRow[]> {
  return (await callEndpoint(listPublishedReleases, {})).releases;
}

export function fetchPublished(releaseNumber: string): Promise<PublishedRelease> {
  return callEndpoint(getPublishedRelease, { params: { releaseNumber } });
}

export async function fetchTrend(number: number, measure: string, group: string): Promise<TrendPoint[]> {
  const place = { params: { releaseNumber: String(number) }, query: { measure, group } };
  return (await callEndpoint(getReleaseTrend, place)).points;
}

export type ReleaseFiles = CallOutput<typeof listReleaseFiles>;

export function fetchReleaseFiles(number: number): Promise<ReleaseFiles> {
  return callEndpoint(listReleaseFiles, { params: { releaseNumber: String(number) } });
}

export const releaseFileAddress = (number: number, file: string): string =>
  endpointAddress(getReleaseFile, { releaseNumber: String(number), file });

export const meetingPackAddress = (number: number, audience: string, language: Language): string =>
  endpointAddress(getMeetingPack, { releaseNumber: String(number), audience }, { language });

/** With what the regions follow up, for whoever is their analyst. */
export const regionPackAddress = (
  place: { organisationId: string; number: number },
  audience: string,
  language: Language,
) =>
  endpointAddress(
    getRegionPack,
    { organisationId: place.organisationId, releaseNumber: String(place.number), audience },
    { language },
  );

export const catalogueAddress = endpointAddress(getReleaseCatalogue);

/** What the catalogue has for each area at each level. */
export const fetchReach = async () => (await callEndpoint(listPackageReach, {})).areas;
