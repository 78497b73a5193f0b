import {
  buildRelease,
  cancelRelease,
  getPublishedRelease,
  getRelease,
  listPublishedReleases,
  listReleases,
  type PublishedRelease,
  type PublishedReleaseRow,
  publishRelease,
  type ReleaseInProgress,
} from '#shared/contracts/releases.ts';
import { getSite } from '#shared/contracts/site.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { fetchForm } from '../../lib/fetch-form.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type Region = { organisationId: string; name: LocalisedText };
export type ReleasePlace = { organisationId: string; releaseId: string };
export type Choices = CallOutput<typeof listReleases>['choices'];
export type WantedRelease = CallInput<typeof buildRelease>['body'];

/** The published version in which areas and levels are called what they are called now. */
export type MeasureTexts = { instrumentVersionId: string; form: FormView };

async function loadMeasureTexts(language: Language): Promise<MeasureTexts> {
  const { instrumentVersionId, forms } = await callEndpoint(getSite, {});
  const formCode = forms.map(({ code }) => code).join('+');
  return { instrumentVersionId, form: await fetchForm(instrumentVersionId, formCode, language) };
}

async function fetchRegions(): Promise<Region[]> {
  const { account } = await callEndpoint(getVisitor, {});
  const regions = new Map<string, Region>();
  for (const { role, place } of account?.memberships ?? [])
    if (role === 'analyst' && place.name !== null)
      regions.set(place.placeId, { organisationId: place.placeId, name: place.name });
  return [...regions.values()];
}

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

export type LoadedBuilder = { organisationId: string; choices: Choices; texts: MeasureTexts };

export async function loadBuilder(organisationId: string, language: Language): Promise<LoadedBuilder> {
  const [{ choices }, texts] = await Promise.all([
    callEndpoint(listReleases, { params: { organisationId } }),
    loadMeasureTexts(language),
  ]);
  return { organisationId, choices, texts };
}

/** Begins to build a release, and gives its identifier. */
export async function beginRelease(organisationId: string, body: WantedRelease): Promise<string> {
  return (await callEndpoint(buildRelease, { params: { organisationId }, body })).releaseId;
}

export function fetchRelease(place: ReleasePlace): Promise<ReleaseInProgress> {
  return callEndpoint(getRelease, { params: place });
}

export type LoadedRelease = { place: ReleasePlace; release: ReleaseInProgress; texts: MeasureTexts };

export async function loadRelease(place: ReleasePlace, language: Language): Promise<LoadedRelease> {
  const [release, texts] = await Promise.all([fetchRelease(place), loadMeasureTexts(language)]);
  return { place, release, texts };
}

export async function dropRelease(place: ReleasePlace): Promise<void> {
  await callEndpoint(cancelRelease, { params: place });
}

/** `sha256`: of what was looked at, so that nothing else is published. */
export async function sendPublication(place: ReleasePlace, sha256: string): Promise<number> {
  return (await callEndpoint(publishRelease, { params: place, body: { sha256 } })).number;
}

export async function fetchPublishedReleases(): Promise<PublishedReleaseRow[]> {
  return (await callEndpoint(listPublishedReleases, {})).releases;
}

export type LoadedPublished = { release: PublishedRelease; texts: MeasureTexts };

export async function loadPublished(releaseNumber: string, language: Language): Promise<LoadedPublished> {
  const [release, texts] = await Promise.all([
    callEndpoint(getPublishedRelease, { params: { releaseNumber } }),
    loadMeasureTexts(language),
  ]);
  return { release, texts };
}
