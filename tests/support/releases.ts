import { expect, vi } from 'vitest';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import type { Staff } from './people.ts';

export const wantedRelease = {
  name: { sv: 'Läget i industrin', en: 'How industry stands' },
  from: '2020-01-01',
  until: '2026-11-01',
  population: 'all' as const,
  measures: ['D1', 'PM1'],
  breakdowns: [['county'], ['branch'], ['size'], ['county', 'branch']],
};
export type WantedRelease = Partial<typeof wantedRelease>;

/** What a release says of how firms stand. */
export function levelsOf({ document }: Pick<ReleaseInProgress, 'document'>): ReleaseDocument {
  if (document?.format !== 'mattstock-release-1') throw new Error('it tells of no levels');
  return document;
}

/** How an analyst builds releases. */
export function releasesBy(analyst: () => Staff) {
  const url = (rest = '', who = analyst()): string =>
    `/api/region/organisations/${who.organisationId}/releases${rest === '' ? '' : `/${rest}`}`;
  const begin = async (wanted: WantedRelease = {}): Promise<string> => {
    const reply = await analyst().visitor.post(url(), { ...wantedRelease, ...wanted });
    expect(reply.statusCode).toBe(201);
    return reply.json<{ releaseId: string }>().releaseId;
  };
  const read = async (releaseId: string): Promise<ReleaseInProgress> =>
    (await analyst().visitor.get(url(releaseId))).json<ReleaseInProgress>();
  const ended = async (releaseId: string): Promise<ReleaseInProgress> => {
    await vi.waitFor(async () => expect((await read(releaseId)).status).not.toBe('building'), {
      timeout: 120_000,
      interval: 100,
    });
    return read(releaseId);
  };
  const built = async (wanted: WantedRelease = {}): Promise<ReleaseInProgress> => ended(await begin(wanted));
  const publish = (release: Pick<ReleaseInProgress, 'releaseId' | 'sha256'>) =>
    analyst().visitor.post(url(`${release.releaseId}/publication`), { sha256: release.sha256 });
  /** Stops the building, or drops what was built, as it was seen. */
  const cancel = (releaseId: string, status: 'building' | 'built', who = analyst()) =>
    who.visitor.post(url(`${releaseId}/cancellation`, who), { status });
  const verify = async (releaseId: string, who = analyst()): Promise<string> => {
    const reply = await who.visitor.post(url(`${releaseId}/verifications`, who));
    expect(reply.statusCode).toBe(201);
    return reply.json<{ verificationId: string }>().verificationId;
  };
  /** Builds a release again, or waits for what was begun, and gives it as it then stands. */
  const verified = async (releaseId: string, who = analyst(), begun?: string): Promise<ReleaseInProgress> => {
    const verificationId = begun ?? (await verify(releaseId, who));
    const look = async () => (await who.visitor.get(url(releaseId, who))).json<ReleaseInProgress>();
    await vi.waitFor(
      async () => {
        const { verifications } = await look();
        expect(verifications.find((each) => each.verificationId === verificationId)?.status).not.toBe('running');
      },
      { timeout: 120_000, interval: 100 },
    );
    return look();
  };
  return { url, begin, read, ended, built, publish, cancel, verify, verified };
}
