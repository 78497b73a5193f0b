import * as z from 'zod/mini';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';

/** What papers for a meeting can tell of a release. */
export const packChapters = [
  'counted',
  'main-figures',
  'differences',
  'by-county',
  'by-branch',
  'by-size',
  'coverage',
  'gaps',
  'follow-up',
  'hidden',
  'method',
] as const;
export type PackChapter = (typeof packChapters)[number];

/** What papers for a meeting can tell of a release of effects, after what the figures cannot tell, which all begin with. */
export const effectChapters = [
  'counted',
  'packages',
  'together',
  'steps',
  'not-told',
  'not-told-count',
  'method',
] as const;
export type EffectChapter = (typeof effectChapters)[number];

const meetingPackSchema = z.strictObject({
  code: wordCodeSchema,
  name: localisedTextSchema,
  about: localisedTextSchema,
  mostDifferences: z.int().check(z.gte(1)),
  chapters: z.array(z.enum(packChapters)).check(z.minLength(1)),
  /** Of a release of effects, for those who decide on support or work with it. */
  effect: z.optional(
    z.strictObject({
      about: localisedTextSchema,
      chapters: z.array(z.enum(effectChapters)).check(z.minLength(1)),
    }),
  ),
});
export type MeetingPack = z.infer<typeof meetingPackSchema>;

/** Papers for those who meet, each with a selection of its own. */
export const meetingPacksSchema = z.array(meetingPackSchema);
