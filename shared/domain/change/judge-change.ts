import * as z from 'zod/mini';
import { changeOf, dimensionChangeSchema, type Pair, pairRounds, scoredOf } from '../followup/compare-rounds.ts';
import { dimensionCodeSchema } from '../instrument/codes.ts';
import { partSchema } from '../instrument/definition.ts';
import { type ItemMap, isComparable } from '../instrument/version/comparability.ts';
import type { DimensionScore, ScoreProfile } from '../scoring/score.ts';
import { type ChangeRules, itemErrorOf } from './change-rules.ts';
import { chanceOf, detectableChange, holdTogether, smallestStep, standardError } from './measurement-error.ts';
import { isBeyond, responseShiftSchema, shiftOf, type ThenLevel, thenLevelSchema } from './then-level.ts';

/** What can be said of a dimension that is compared; `within-error` is not the same as unchanged. */
export const comparedVerdicts = ['risen', 'fallen', 'within-error'] as const;
export type ComparedVerdict = (typeof comparedVerdicts)[number];
/** What can be said of a dimension. */
export const verdicts = [...comparedVerdicts, 'too-few-comparable', 'only-then', 'only-now'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const judgedDimensionSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  part: partSchema,
  verdict: verdictSchema,
  /** Null where nothing is compared. */
  change: z.nullable(
    z.strictObject({
      ...dimensionChangeSchema.shape,
      /** The smallest detectable change: error alone leaves no more in nineteen cases of twenty. */
      limit: z.number(),
      /** Holds also when it is taken into account that all dimensions were looked at. */
      holdsTogether: z.boolean(),
    }),
  ),
  /** What the firm says, as it sees it now, of where it was then. Null while it has not said. */
  thenLevel: z.nullable(thenLevelSchema),
  shift: z.nullable(responseShiftSchema),
});
export type JudgedDimension = z.infer<typeof judgedDimensionSchema>;

const weightOf = (pairs: readonly Pair[]): number => pairs.reduce((sum, { weight }) => sum + weight, 0);

/** Less than half of what has points both times, by weight, would be another thing than the dimension (as `partChange`). */
function isEnough(kept: readonly Pair[], both: readonly Pair[]): boolean {
  const weight = weightOf(kept);
  return weight > 0 && weight * 2 >= weightOf(both);
}

type Compared = {
  readonly score: DimensionScore;
  readonly kept: readonly Pair[];
  readonly isEnough: boolean;
};

export type JudgedRounds = {
  readonly earlier: ScoreProfile;
  readonly later: ScoreProfile;
  /** Undefined when both answered the same version. */
  readonly relations: ItemMap | undefined;
  /** By dimension. */
  readonly thenLevels: Readonly<Record<string, ThenLevel>>;
};

function compare({ earlier, later, relations }: JudgedRounds): Compared[] {
  const mayCompare = (item: string) => relations === undefined || isComparable(relations.get(item));
  return pairRounds(earlier, later).map(({ score, pairs }) => {
    const both = pairs.filter(({ weight }) => weight > 0);
    const kept = both.filter(({ item }) => mayCompare(item));
    return { score, kept, isEnough: isEnough(kept, both) };
  });
}

function verdictOf(difference: number, limit: number): ComparedVerdict {
  if (!isBeyond(difference, limit)) return 'within-error';
  return difference > 0 ? 'risen' : 'fallen';
}

function judge({ score, kept }: Compared, thenLevel: ThenLevel | null, itemError: number): JudgedDimension | undefined {
  const change = changeOf(score, kept);
  if (change === undefined) return undefined;
  const weights = kept.map(({ weight }) => weight);
  const limit = detectableChange(weights, itemError);
  const measured = { ...change, standardError: standardError(weights, itemError), step: smallestStep(weights) };
  return {
    dimension: score.dimension,
    part: score.part,
    verdict: verdictOf(change.difference, limit),
    change: { ...change, limit, holdsTogether: false },
    thenLevel,
    shift: typeof thenLevel === 'number' ? shiftOf(measured, thenLevel, itemError) : null,
  };
}

function chanceIn({ kept }: Compared, difference: number, itemError: number): number {
  const weights = kept.map(({ weight }) => weight);
  return chanceOf(difference, Math.SQRT2 * standardError(weights, itemError), smallestStep(weights));
}

/** One of the two rounds has no level to compare with. */
const alone = ({ dimension, part }: DimensionScore, verdict: Verdict): JudgedDimension => ({
  dimension,
  part,
  verdict,
  change: null,
  thenLevel: null,
  shift: null,
});

function judgeCompared(rounds: JudgedRounds, rules: ChangeRules): Map<string, JudgedDimension> {
  const itemError = itemErrorOf(rules);
  const found = compare(rounds).flatMap((compared) => {
    const { dimension } = compared.score;
    const judged = compared.isEnough ? judge(compared, rounds.thenLevels[dimension] ?? null, itemError) : undefined;
    return judged === undefined ? [] : [{ compared, judged }];
  });
  const holding = holdTogether(
    found.map(({ compared, judged }) => chanceIn(compared, judged.change?.difference ?? 0, itemError)),
  );
  return new Map(
    found.map(({ judged }, index) => {
      const { change, verdict } = judged;
      const holdsTogether = verdict !== 'within-error' && holding[index] === true;
      return [judged.dimension, { ...judged, change: change && { ...change, holdsTogether } }];
    }),
  );
}

/**
 * What has become of each dimension that has a level in either round: more than the error of measurement, or not to be
 * told from it, on items that mean the same (`pairRounds`). In the order of the later round, then those that have gone.
 */
export function judgeChange(rounds: JudgedRounds, rules: ChangeRules): JudgedDimension[] {
  const compared = judgeCompared(rounds, rules);
  const [before, after] = [scoredOf(rounds.earlier), scoredOf(rounds.later)];
  const scoredBefore = new Set(before.map(({ dimension }) => dimension));
  const scoredAfter = new Set(after.map(({ dimension }) => dimension));
  return [
    ...after.map(
      (score) =>
        compared.get(score.dimension) ??
        alone(score, scoredBefore.has(score.dimension) ? 'too-few-comparable' : 'only-now'),
    ),
    ...before.filter(({ dimension }) => !scoredAfter.has(dimension)).map((score) => alone(score, 'only-then')),
  ];
}
