import * as z from 'zod/mini';
import type { Answers } from '../answers/answer.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import { dimensionCodeSchema, itemCodeSchema } from '../instrument/codes.ts';
import type { Structure } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import { itemsOnPath } from '../instrument/path.ts';

/** The submission that is reviewed, as it was frozen. */
export type ReviewBasis = {
  readonly structure: Structure;
  readonly formCode: string;
  readonly profile: FirmProfile;
  readonly answers: Answers;
};

export const reviewableDimensionSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  items: z.array(itemCodeSchema),
});
export type ReviewableDimension = z.infer<typeof reviewableDimensionSchema>;

/**
 * What can be reviewed, in the order of the version: the scored ladders that were put to the firm, by dimension. The
 * firm's own answers decide what was put to it; a reviewed answer opens no further question.
 */
export function listReviewable({ structure, formCode, profile, answers }: ReviewBasis): ReviewableDimension[] {
  const { items } = indexStructure(structure);
  const put = new Set(itemsOnPath(structure, formCode, profile, answers).map(({ code }) => code));
  const isReviewable = (code: string) => {
    const item = items.get(code);
    return item !== undefined && put.has(code) && item.purpose === 'score' && item.kind === 'ladder';
  };
  return structure.dimensions
    .map(({ code, items: own }) => ({ dimension: code, items: own.filter(isReviewable) }))
    .filter((each) => each.items.length > 0);
}

/** The level the firm gave itself; null when it gave none. */
export function selfRatedLevel({ answers }: Pick<ReviewBasis, 'answers'>, item: string): number | null {
  const value = answers[item]?.value;
  return value?.state === 'level' ? value.level : null;
}
