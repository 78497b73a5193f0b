import type { FirmProfile } from '../firm/firm-profile.ts';
import type { DimensionCode, ItemCode, WordCode } from '../instrument/codes.ts';
import type { Band, Structure } from '../instrument/definition.ts';
import type { ItemPurpose } from '../instrument/item.ts';
import type { DimensionScore } from '../scoring/score.ts';
import type { RoutingInput } from './routing-input.ts';

/** What is known of the firm, ready to be asked by conditions; what is missing is unknown. */
export type FactBase = {
  readonly bands: readonly Band[];
  readonly dimensions: ReadonlyMap<DimensionCode, DimensionScore>;
  readonly itemPoints: ReadonlyMap<ItemCode, number>;
  readonly importance: ReadonlyMap<DimensionCode, number>;
  readonly wish: ReadonlyMap<DimensionCode, WordCode>;
  readonly gaps: ReadonlyMap<WordCode, number>;
  readonly profile: FirmProfile;
  readonly sharedNeeds: { readonly firms: number; readonly dimensions: readonly DimensionCode[] } | null;
  /** Dimensions met by a package with an open cohort; null when it is not known. */
  readonly dimensionsWithCohort: ReadonlySet<DimensionCode> | null;
};

/** Gathers the facts that conditions ask about. */
export function buildFactBase(input: RoutingInput): FactBase {
  const { scoreProfile, structure, context } = input;
  const contributions = scoreProfile.dimensions.flatMap((score) => score.items);
  return {
    bands: structure.scoring.bands,
    dimensions: new Map(scoreProfile.dimensions.map((score) => [score.dimension, score])),
    itemPoints: new Map(
      contributions.flatMap(({ item, state, points }) =>
        state === 'answered' && points !== null ? [[item, points] as const] : [],
      ),
    ),
    importance: importanceByDimension(input),
    wish: wishByDimension(input),
    gaps: new Map(scoreProfile.gaps.flatMap(({ code, steps }) => (steps === null ? [] : [[code, steps] as const]))),
    profile: input.profile,
    sharedNeeds: context.sharedNeeds,
    dimensionsWithCohort: dimensionsWithCohort(input),
  };
}

function importanceByDimension(input: RoutingInput): Map<DimensionCode, number> {
  return new Map(
    chosen(input, 'importance').flatMap(({ dimension, points }) =>
      points === undefined ? [] : [[dimension, points] as const],
    ),
  );
}

function wishByDimension(input: RoutingInput): Map<DimensionCode, WordCode> {
  return new Map(chosen(input, 'wish').map(({ dimension, choice }) => [dimension, choice]));
}

type Chosen = { readonly dimension: DimensionCode; readonly choice: WordCode; readonly points: number | undefined };

function chosen({ structure, answers }: RoutingInput, purpose: ItemPurpose): Chosen[] {
  return structure.dimensions.flatMap((dimension) => {
    const item = itemsAskedBeside(structure, dimension.code).find((candidate) => candidate.purpose === purpose);
    const value = item === undefined ? undefined : answers[item.code]?.value;
    if (item?.kind !== 'single-choice' || value?.state !== 'choice') return [];
    const choice = item.choices.find(({ code }) => code === value.choice);
    return choice === undefined ? [] : [{ dimension: dimension.code, choice: choice.code, points: choice.points }];
  });
}

function itemsAskedBeside(structure: Structure, dimension: DimensionCode): Structure['items'] {
  return structure.items.filter((item) => item.code.startsWith(`${dimension}.`));
}

function dimensionsWithCohort({ catalogue, context }: RoutingInput): ReadonlySet<DimensionCode> | null {
  const { editions } = context;
  if (editions === null) return null;
  const taking = editions.filter(({ standing }) => standing === 'open').map(({ packageCode }) => packageCode);
  const open = catalogue.packages.filter(({ code }) => taking.includes(code));
  return new Set(open.flatMap(({ dimensions }) => dimensions.map(({ code }) => code)));
}
