import * as z from 'zod/mini';
import { dimensionTextKeys, scaleTextKeys, textOf } from '../instrument/text-keys.ts';
import type { ItemMap } from '../instrument/version/comparability.ts';
import { localisedTextSchema } from '../language.ts';
import type { ChangeRules } from './change-rules.ts';
import { type JudgedDimension, judgeChange, judgedDimensionSchema } from './judge-change.ts';
import { movedItemSchema, moveItems, type Round } from './moved-items.ts';
import type { ThenLevel } from './then-level.ts';

/** All that is told of what became of a firm from one round to a later one, to itself and to whom it lets in alike. */
export const roundChangeSchema = z.strictObject({
  rulesVersion: z.string(),
  /** Standard deviation of one answer, in levels. */
  itemError: z.number(),
  dimensions: z.array(z.strictObject({ ...judgedDimensionSchema.shape, name: localisedTextSchema })),
  items: z.array(movedItemSchema),
  /** The scale from 0, in the words of the later round. */
  levels: z.array(localisedTextSchema),
});
export type RoundChange = z.infer<typeof roundChangeSchema>;

export type RoundsOfFirm = {
  readonly earlier: Round;
  readonly later: Round;
  /** Undefined when both answered the same version. */
  readonly relations: ItemMap | undefined;
  readonly thenLevels: Readonly<Record<string, ThenLevel>>;
};

const scale = [0, 1, 2, 3, 4] as const;

export function describeRoundChange(rounds: RoundsOfFirm, rules: ChangeRules): RoundChange {
  const { earlier, later, relations, thenLevels } = rounds;
  const profiles = { earlier: earlier.scoreProfile, later: later.scoreProfile };
  const nameOf = ({ dimension }: JudgedDimension) => {
    const key = dimensionTextKeys.name(dimension);
    const isNow = later.definition.texts.sv[key] !== undefined;
    return textOf((isNow ? later : earlier).definition.texts, key, dimension);
  };
  return {
    rulesVersion: rules.version,
    itemError: rules.itemError / 100,
    dimensions: judgeChange({ ...profiles, relations, thenLevels }, rules).map((judged) => ({
      ...judged,
      name: nameOf(judged),
    })),
    items: moveItems(earlier, later, relations),
    levels: scale.map((level) => textOf(later.definition.texts, scaleTextKeys.level(level), String(level))),
  };
}

/** Whether anything of the earlier round can be compared with the later. */
export const isAnythingCompared = ({ dimensions }: Pick<RoundChange, 'dimensions'>): boolean =>
  dimensions.some(({ change }) => change !== null);

/** The rounds to try as the one to compare with: those of the same form first, the newest first of each. */
export function inOrderOfKind<T extends { readonly formCode: string }>(
  newestFirst: readonly T[],
  formCode: string,
): T[] {
  return [
    ...newestFirst.filter((round) => round.formCode === formCode),
    ...newestFirst.filter((round) => round.formCode !== formCode),
  ];
}
