import * as z from 'zod/mini';
import { wordCodeSchema } from '../instrument/codes.ts';
import { pointsSchema } from '../instrument/item.ts';
import { providerTypeSchema } from './provider.ts';

export const componentCodes = [
  'need',
  'own-priority',
  'giver',
  'speciality',
  'branch',
  'chain-role',
  'group',
  'cross-actor',
  'green',
  'open-cohort',
  'home-county',
  'rule',
] as const;
export const componentCodeSchema = z.enum(componentCodes);
/** What a package's rank is made of. */
export type ComponentCode = z.infer<typeof componentCodeSchema>;

const weightSchema = z.number().check(z.gte(0), z.lte(100));
const factorSchema = z.number().check(z.gte(0), z.lte(2));

/** Every number of the ranking. All of them are proposals: the strategy sets none. */
export const rankingSchema = z.strictObject({
  /** Level a need is measured against; the ambitious one when the firm rates the dimension this important. */
  target: z.strictObject({ default: pointsSchema, ambitious: pointsSchema, fromImportance: pointsSchema }),
  unansweredImportance: pointsSchema,
  wishFactors: z.record(wordCodeSchema, factorSchema),
  unansweredWishFactor: factorSchema,
  /** A dimension is the firm's own priority when it wishes support there and finds it this important. */
  ownPriority: z.strictObject({
    wishes: z.array(wordCodeSchema).check(z.minLength(1)),
    importanceAtLeast: pointsSchema,
  }),
  /** Share of the next largest need that is added to a package's largest. */
  secondNeedShare: factorSchema,
  /** Smallest need that leads to a suggestion or counts as a gap. */
  minimumNeed: z.number().check(z.gte(0)),
  maximumSuggestions: z.int().check(z.gte(1), z.lte(3)),
  /** Width of a score's range, in levels, from which a reason says that the score is unsure. */
  wideRange: z.number().check(z.gt(0), z.lte(4)),
  /** Speciality of a branch's first provider and of the following ones. */
  firstProviderValue: factorSchema,
  followingProviderValue: factorSchema,
  greenTag: wordCodeSchema,
  crossActorTag: wordCodeSchema,
  localContactTypes: z.array(providerTypeSchema).check(z.minLength(1)),
  weights: z.record(componentCodeSchema, weightSchema),
});
export type Ranking = z.infer<typeof rankingSchema>;
