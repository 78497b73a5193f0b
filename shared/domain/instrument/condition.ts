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

export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    factSchema,
    z.strictObject({ all: z.array(conditionSchema).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(conditionSchema).check(z.minLength(1)) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
