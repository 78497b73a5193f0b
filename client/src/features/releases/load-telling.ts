import { listPublishedReleases, type PublishedLevels, type PublishedReleaseRow } from '#shared/contracts/releases.ts';
import type { MeasureSource } from '#shared/domain/benchmark/measure-code.ts';
import { newestFirst } from '#shared/domain/benchmark/newest.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { fetchPublished } from './api.ts';

/** Published releases that have figures of something, and one of them. */
export type Telling = {
  readonly releases: readonly PublishedReleaseRow[];
  /** The one that was asked for, else the newest; null when none is published. */
  readonly release: PublishedLevels | null;
  /** The number that was asked for, where no release that tells of it has it; `isPublished`: another has. */
  readonly missed: { readonly number: string; readonly isPublished: boolean } | null;
};

export async function loadTelling(sources: readonly MeasureSource[], asked: string | null): Promise<Telling> {
  const { releases: published } = await callEndpoint(listPublishedReleases, {});
  const releases = newestFirst(published.filter(({ tells }) => sources.some((source) => tells.includes(source))));
  const wanted = releases.find(({ number }) => String(number) === asked);
  const chosen = wanted ?? releases[0];
  const isPublished = published.some(({ number }) => String(number) === asked);
  const missed = asked === null || wanted !== undefined ? null : { number: asked, isPublished };
  if (chosen === undefined) return { releases, release: null, missed };
  const release = await fetchPublished(String(chosen.number));
  const { document } = release;
  if (document.format !== 'mattstock-release-1') return { releases, release: null, missed };
  return { releases, release: { ...release, document }, missed };
}
