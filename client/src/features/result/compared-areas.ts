import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useResult } from './result-context.tsx';

type Published = NonNullable<OwnComparison>;
export type Release = Published['releases'][number];
export type ComparedGroup = Published['groups'][number];
export type Peers = ComparedGroup['peers'][number];

/** An area that releases tell of and the firm has a level in. */
export type ComparedArea = { code: string; name: string; score: DimensionScore; peers: Peers | null };

/** The finest that something is shown of, or the finest. */
export function firstGroup({ groups }: Pick<Published, 'groups'>): ComparedGroup | undefined {
  return groups.find(({ peers }) => peers.length > 0) ?? groups[0];
}

/** In the order of the result. */
export function useComparedAreas(
  { measures }: Pick<Published, 'measures'>,
  group: ComparedGroup | undefined,
): ComparedArea[] {
  const { result } = useResult();
  const localise = useLocalised();
  return result.scoreProfile.dimensions.flatMap((score) => {
    const measure = measures.find(({ code }) => code === score.dimension);
    if (measure === undefined || score.level === null) return [];
    const { code, name } = measure;
    const peers = group?.peers.find((each) => each.measure === code) ?? null;
    return [{ code, name: localise(name), score, peers }];
  });
}
