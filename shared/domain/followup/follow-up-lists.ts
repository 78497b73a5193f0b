import * as z from 'zod/mini';
import { countySchema } from '../firm/firm-profile.ts';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { repeatedCodes } from '../repeated-codes.ts';

const tagSchema = z.strictObject({ code: wordCodeSchema, name: localisedTextSchema });
const isOnce = (tags: readonly { readonly code: string }[]) => repeatedCodes(tags.map(({ code }) => code)).size === 0;
const tagsSchema = z.array(tagSchema).check(z.refine(isOnce));

/** What the regions mark their activities with: data with a version, which the strategy leaves to them. */
export const followUpListsSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  standing: z.enum(['proposal', 'decided']),
  /** Areas of smart specialisation, each of one region. */
  s3Areas: z.array(z.strictObject({ ...tagSchema.shape, region: countySchema })).check(z.refine(isOnce)),
  /** The first level of coordination: between policy areas. */
  policyAreas: tagsSchema,
  /** The third: with what is national and European. */
  programmes: tagsSchema,
});
export type FollowUpLists = z.infer<typeof followUpListsSchema>;
