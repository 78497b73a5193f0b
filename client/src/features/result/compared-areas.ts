import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { type PlaceBeside, placeBesideMiddle } from '#shared/domain/benchmark/middle-half.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useResult } from './result-context.tsx';

export type Published = NonNullable<OwnComparison>;
export type Release = Published['releases'][number];
export type ComparedGroup = Published['groups'][number];
export type Peers = ComparedGroup['peers'][number];

/** An area that is shown of the group. */
export type PlacedArea = { code: string; name: string; score: DimensionScore; peers: Peers; place: PlaceBeside };

/** An area that releases tell of and the firm has a level in. */
export type ComparedArea = PlacedArea | (Omit<PlacedArea, 'peers' | 'place'> & { peers: null });

export const isPlaced = (area: ComparedArea): area is PlacedArea => area.peers !== null;

/** In the order of the result. */
export function useComparedAreas(
  { measures }: Pick<Published, 'measures'>,
  group: ComparedGroup | undefined,
): ComparedArea[] {
  const { result } = useResult();
  const localise = useLocalised();
  return result.scoreProfile.dimensions.flatMap((score): ComparedArea[] => {
    const measure = measures.find(({ code }) => code === score.dimension);
    if (measure === undefined || score.level === null || score.range === null) return [];
    const { code } = measure;
    const name = localise(measure.name);
    const peers = group?.peers.find((each) => each.measure === code);
    if (peers === undefined) return [{ code, name, score, peers: null }];
    return [{ code, name, score, peers, place: placeBesideMiddle(score.range, peers) }];
  });
}

/** Those of a side, the furthest from the middle half first. */
export function areasOn(areas: readonly PlacedArea[], ...sides: readonly PlaceBeside['side'][]): PlacedArea[] {
  return areas
    .filter(({ place }) => sides.includes(place.side))
    .toSorted((one, other) => other.place.distance - one.place.distance);
}
