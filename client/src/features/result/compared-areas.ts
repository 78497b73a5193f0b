import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useResult } from './result-context.tsx';

type Published = NonNullable<OwnComparison>;
export type Release = Published['release'];
export type ComparedGroup = Published['groups'][number];
export type Peers = ComparedGroup['peers'][number];

/** An area that the release tells of and the firm has a level in. */
export type ComparedArea = { code: string; name: string; score: DimensionScore; peers: Peers | null };

/** The finest that something is shown of, or the finest. */
export function firstGroup({ groups }: Pick<Published, 'groups'>): ComparedGroup | undefined {
  return groups.find(({ peers }) => peers.length > 0) ?? groups[0];
}

export function useComparedAreas({ measures }: Pick<Published, 'measures'>, { peers }: ComparedGroup): ComparedArea[] {
  const { result } = useResult();
  const localise = useLocalised();
  return measures.flatMap(({ code, name }) => {
    const score = result.scoreProfile.dimensions.find(({ dimension }) => dimension === code);
    if (score === undefined || score.level === null) return [];
    return [{ code, name: localise(name), score, peers: peers.find(({ measure }) => measure === code) ?? null }];
  });
}
