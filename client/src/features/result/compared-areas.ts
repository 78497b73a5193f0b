import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { type PlaceBeside, placeBesideMiddle } from '#shared/domain/benchmark/middle-half.ts';
import { type NotCompared, whyNotCompared } from '#shared/domain/benchmark/not-compared.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

export type Published = NonNullable<OwnComparison>;
export type Release = Published['releases'][number];
export type ComparedGroup = Published['groups'][number];
export type Peers = ComparedGroup['peers'][number];

/** An area that is shown of the group. */
export type PlacedArea = { code: string; name: string; score: DimensionScore; peers: Peers; place: PlaceBeside };

/** An area that stands beside nobody, with why. */
export type MissingArea = Omit<PlacedArea, 'peers' | 'place'> & { peers: null; why: NotCompared };
export type ComparedArea = PlacedArea | MissingArea;

export const isPlaced = (area: ComparedArea): area is PlacedArea => area.peers !== null;
export const isMissing = (area: ComparedArea): area is MissingArea => area.peers === null;

/** All areas, in the order of the result. */
export function useComparedAreas(
  { measures }: Pick<Published, 'measures'>,
  group: ComparedGroup | undefined,
): ComparedArea[] {
  const { result } = useResult();
  const localise = useLocalised();
  const words = useWords();
  return result.scoreProfile.dimensions.map((score): ComparedArea => {
    const code = score.dimension;
    const measure = measures.find((each) => each.code === code);
    const name = measure === undefined ? words.dimension(code) : localise(measure.name);
    const why = whyNotCompared(score, { measures, peers: group?.peers ?? [] });
    const peers = group?.peers.find((each) => each.measure === code);
    if (why !== null || peers === undefined || score.range === null) {
      return { code, name, score, peers: null, why: why ?? 'hidden' };
    }
    return { code, name, score, peers, place: placeBesideMiddle(score.range, peers) };
  });
}

/** Those of a side, the furthest from the middle half first. */
export function areasOn(areas: readonly PlacedArea[], ...sides: readonly PlaceBeside['side'][]): PlacedArea[] {
  return areas
    .filter(({ place }) => sides.includes(place.side))
    .toSorted((one, other) => other.place.distance - one.place.distance);
}
