import * as z from 'zod/mini';
import { branchSchema, chainRoleSchema, sizeClassSchema } from '../firm/firm-profile.ts';
import { itemCodeSchema, wordCodeSchema } from './codes.ts';

const factSchema = z.union([
  z.strictObject({ sizeClass: z.array(sizeClassSchema).check(z.minLength(1)) }),
  z.strictObject({ branch: z.array(branchSchema).check(z.minLength(1)) }),
  z.strictObject({ chainRole: z.array(chainRoleSchema).check(z.minLength(1)) }),
  z.strictObject({ item: itemCodeSchema, isNotApplicable: z.literal(true) }),
  z.strictObject({ item: itemCodeSchema, atLeast: z.int().check(z.gte(0), z.lte(4)) }),
  z.strictObject({ item: itemCodeSchema, choice: wordCodeSchema }),
]);

/** When an item is put to a firm: facts of the profile and of earlier answers, combined. */
export type Condition = z.infer<typeof factSchema> | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** As deep as anybody could follow; a fact alone is one level. */
const mostLevels = 6;

function fitsIn(levels: number, condition: Condition): boolean {
  if (levels === 0) return false;
  if ('all' in condition) return condition.all.every((part) => fitsIn(levels - 1, part));
  if ('any' in condition) return condition.any.every((part) => fitsIn(levels - 1, part));
  return !('not' in condition) || fitsIn(levels - 1, condition.not);
}

const nestedSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    factSchema,
    z.strictObject({ all: z.array(nestedSchema).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(nestedSchema).check(z.minLength(1)) }),
    z.strictObject({ not: nestedSchema }),
  ]),
);

/** What comes from outside must have been refused before when it nests without end: this calls itself level by level. */
export const conditionSchema: z.ZodMiniType<Condition> = nestedSchema.check(
  z.refine((condition) => fitsIn(mostLevels, condition), 'condition-too-deep'),
);
