import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { EffectDocument } from '#shared/domain/effect/effect-release.ts';
import type { Staff } from './people.ts';
import { releasesBy } from './releases.ts';

/** Of the firms of the trial, as they have answered on 20 October 2026. */
export const wantedEffect = {
  name: { sv: 'Effekt av stöd', en: 'Effect of support' },
  before: { from: '2025-01-01', until: '2026-01-01' },
  after: { from: '2026-01-01', until: '2026-10-01' },
  population: 'all' as const,
};
export type WantedEffect = Partial<typeof wantedEffect>;

/** How an analyst builds releases of effects. */
export function effectsBy(analyst: () => Staff) {
  const releases = releasesBy(analyst);
  const address = (who = analyst()): string => `/api/region/organisations/${who.organisationId}/effects`;
  const begin = async (wanted: WantedEffect = {}): Promise<string> =>
    (await analyst().visitor.post(address(), { ...wantedEffect, ...wanted })).json<{ releaseId: string }>().releaseId;
  const built = async (wanted: WantedEffect = {}): Promise<ReleaseInProgress> => releases.ended(await begin(wanted));
  return { ...releases, address, begin, built };
}

export function effectOf({ document }: Pick<ReleaseInProgress, 'document'>): EffectDocument {
  if (document?.format !== 'mattstock-effect-1') throw new Error('it tells of no effects');
  return document;
}
