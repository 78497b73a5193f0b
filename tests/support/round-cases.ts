import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';

export type Points = Readonly<Record<string, number | null>>;
type Dimensions = Readonly<Record<string, Points>>;
type Making = { readonly weights?: Readonly<Record<string, number>>; readonly tooFew?: readonly string[] };

/** A profile with the points of each item; all of what a comparison does not read is as it may be. */
export function profileOf(dimensions: Dimensions, { weights = {}, tooFew = [] }: Making = {}): ScoreProfile {
  return {
    rulesVersion: 'rules-1',
    parts: [],
    stagedLevels: [],
    gaps: [],
    dimensions: Object.entries(dimensions).map(([dimension, points]) => ({
      dimension,
      part: 'digital',
      status: tooFew.includes(dimension) ? 'too-few-answers' : 'scored',
      level: null,
      percent: null,
      range: null,
      band: null,
      rangeBands: null,
      weightedPoints: 0,
      answeredWeight: 0,
      applicableWeight: 0,
      items: Object.entries(points).map(([item, value]) => ({
        item,
        state: value === null ? 'dont-know' : 'answered',
        points: value,
        weight: weights[item] ?? 1,
      })),
    })),
  };
}

export type RoundCase = {
  readonly name: string;
  readonly before: ScoreProfile;
  readonly after: ScoreProfile;
  /** Of the version of the later answer to that of the earlier, which it follows; none when they are the same. */
  readonly relations?: Readonly<Record<string, Relation>>;
  /** By dimension the level before and after, reckoned by hand. */
  readonly levels: Readonly<Record<string, readonly [number, number]>>;
};

/** Two answers of one firm, and what has become of it: the same for an adviser who reads it and where effects are counted. */
export const roundCases: readonly RoundCase[] = [
  {
    name: 'what was answered both times counts, as the later answer weighs it',
    before: profileOf({ D1: { 'D1.1': 1, 'D1.2': 2, 'D1.3': 4 } }, { weights: { 'D1.1': 5 } }),
    after: profileOf({ D1: { 'D1.1': 2, 'D1.2': 4, 'D1.3': null } }, { weights: { 'D1.2': 3 } }),
    // (1·1 + 2·3) / 4 and (2·1 + 4·3) / 4.
    levels: { D1: [1.75, 3.5] },
  },
  {
    name: 'a question that has moved is followed to where it is now',
    before: profileOf({ D1: { 'D1.1': 1 } }),
    after: profileOf({ D2: { 'D1.1': 3 } }),
    levels: { D2: [1, 3] },
  },
  {
    name: 'questions from two areas meet in one',
    before: profileOf({ D1: { 'D1.1': 1, 'D1.2': 4 }, D2: { 'D2.1': 2 } }),
    after: profileOf({ D1: { 'D1.2': 4 }, D2: { 'D1.1': 3, 'D2.1': 3 } }),
    levels: { D1: [4, 4], D2: [1.5, 3] },
  },
  {
    name: 'nothing is told of an area with too few answers now',
    before: profileOf({ D1: { 'D1.1': 1 }, D2: { 'D2.1': 1 } }),
    after: profileOf({ D1: { 'D1.1': 3 }, D2: { 'D2.1': 2 } }, { tooFew: ['D1'] }),
    levels: { D2: [1, 2] },
  },
  {
    name: 'nothing is taken from an area that had too few answers before',
    before: profileOf({ D1: { 'D1.1': 1 }, D2: { 'D2.1': 1 } }, { tooFew: ['D1'] }),
    after: profileOf({ D1: { 'D1.1': 3 }, D2: { 'D2.1': 2 } }),
    levels: { D2: [1, 2] },
  },
  {
    name: 'a question that has moved from an area with too few answers is left out',
    before: profileOf({ D1: { 'D1.1': 1 }, D2: { 'D2.1': 1 } }, { tooFew: ['D1'] }),
    after: profileOf({ D2: { 'D1.1': 4, 'D2.1': 2 } }),
    levels: { D2: [1, 2] },
  },
  {
    name: 'of two versions the questions count that mean the same, whatever their rules are called',
    before: profileOf({ D1: { 'D1.1': 0, 'D1.2': 0, 'D1.3': 0, 'D1.4': 0 } }),
    after: { ...profileOf({ D1: { 'D1.1': 1, 'D1.2': 2, 'D1.3': 4, 'D1.4': 4 } }), rulesVersion: 'rules-2' },
    relations: { 'D1.1': 'same', 'D1.2': 'kept', 'D1.3': 'changed', 'D1.4': 'added' },
    levels: { D1: [0, 1.5] },
  },
  {
    name: 'of two versions a question that has moved and means the same is followed',
    before: profileOf({ D1: { 'D1.1': 1, 'D1.2': 1 } }),
    after: profileOf({ D2: { 'D1.1': 2, 'D1.2': 4 } }),
    relations: { 'D1.1': 'same', 'D1.2': 'changed' },
    levels: { D2: [1, 2] },
  },
  {
    name: 'nothing is told where no question is in both',
    before: profileOf({ D1: { 'D1.1': 1 } }),
    after: profileOf({ D1: { 'D1.2': 1 } }),
    levels: {},
  },
];
