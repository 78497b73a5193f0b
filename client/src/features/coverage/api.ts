import * as coverage from '#shared/contracts/coverage.ts';
import { getPublishedRelease, listPublishedReleases, type PublishedLevels } from '#shared/contracts/releases.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { newestFirst } from '#shared/domain/benchmark/newest.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { fetchRegions } from '../../lib/my-regions.ts';

export type FileReport = CallOutput<typeof coverage.readPopulationFile>;
export type CurrentPopulations = CallOutput<typeof coverage.listCurrentPopulations>;
export type PublishedRows = CallOutput<typeof listPublishedReleases>['releases'];

export const fetchCurrent = (): Promise<CurrentPopulations> => callEndpoint(coverage.listCurrentPopulations, {});

export const sendFile = (organisationId: string, body: { file: TableFile; year: number | null }) =>
  callEndpoint(coverage.readPopulationFile, { params: { organisationId }, body });

export const sendPopulation = (organisationId: string, body: CallInput<typeof coverage.addPopulation>['body']) =>
  callEndpoint(coverage.addPopulation, { params: { organisationId }, body });

export const sendWithdrawal = (organisationId: string, populationId: string, reason: string) =>
  callEndpoint(coverage.withdrawPopulation, { params: { organisationId, populationId }, body: { reason } });

export type LoadedCoverage = {
  organisationId: string;
  populations: coverage.PopulationRow[];
  current: CurrentPopulations;
  releases: PublishedRows;
  /** The one that was asked for, else the newest; null when none is published. */
  release: PublishedLevels | null;
};

type Asked = { organisationId: string | null; releaseNumber: string | null };

/** As the first of one's regions when none is asked for; null for who is no analyst. */
export async function loadCoverage(asked: Asked): Promise<LoadedCoverage | null> {
  const organisationId = asked.organisationId ?? (await fetchRegions())[0]?.organisationId;
  if (organisationId === undefined) return null;
  const [{ populations }, current, { releases: published }] = await Promise.all([
    callEndpoint(coverage.listPopulations, { params: { organisationId } }),
    fetchCurrent(),
    callEndpoint(listPublishedReleases, {}),
  ]);
  // Of the effect of support there is nothing to cover.
  const ofFirms = newestFirst(published.filter(({ kind }) => kind === 'levels'));
  // Levels are counted of most firms; what has a consent of its own, of fewer.
  const releases = [...ofFirms.filter(({ areas }) => areas > 0), ...ofFirms.filter(({ areas }) => areas === 0)];
  const chosen = releases.find(({ number }) => String(number) === asked.releaseNumber) ?? releases[0];
  return { organisationId, populations, current, releases, release: await fetchLevels(chosen?.number) };
}

async function fetchLevels(number: number | undefined): Promise<PublishedLevels | null> {
  if (number === undefined) return null;
  const release = await callEndpoint(getPublishedRelease, { params: { releaseNumber: String(number) } });
  const { document } = release;
  return document.format === 'mattstock-release-1' ? { ...release, document } : null;
}
