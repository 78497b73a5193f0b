import type { RoundChange } from '#shared/domain/change/round-change.ts';

export type Judged = RoundChange['dimensions'][number];
/** One that has a level in both rounds on the same questions. */
export type ComparedArea = Judged & { change: NonNullable<Judged['change']> };

const isCompared = (judged: Judged): judged is ComparedArea => judged.change !== null;

const largestFirst = (one: ComparedArea, other: ComparedArea) =>
  Math.abs(other.change.difference) - Math.abs(one.change.difference);

export type AreasByVerdict = {
  compared: ComparedArea[];
  risen: ComparedArea[];
  fallen: ComparedArea[];
  within: ComparedArea[];
  /** Rises and falls that hold also when all areas are looked at together. */
  holding: ComparedArea[];
  notCompared: Judged[];
};

/** The areas by what can be said of them, the largest changes first. */
export function areasByVerdict({ dimensions }: Pick<RoundChange, 'dimensions'>): AreasByVerdict {
  const compared = dimensions.filter(isCompared);
  const of = (verdict: Judged['verdict']) => compared.filter((area) => area.verdict === verdict).toSorted(largestFirst);
  const [risen, fallen] = [of('risen'), of('fallen')];
  return {
    compared,
    risen,
    fallen,
    within: of('within-error'),
    holding: [...risen, ...fallen].filter(({ change }) => change.holdsTogether),
    notCompared: dimensions.filter(({ change }) => change === null),
  };
}
