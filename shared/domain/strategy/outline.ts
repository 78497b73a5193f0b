import * as z from 'zod/mini';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { linesSchema, sectionCodeSchema, sourceSchema } from './passage.ts';
import { yearSchema } from './year.ts';

export const challengeCodeSchema = z.string().check(z.regex(/^C[1-9]$/));

/** The first four are about the firms' competitiveness; the system one is what solving them depends on. */
const challengeSchema = z.strictObject({
  code: challengeCodeSchema,
  kind: z.enum(['competitiveness', 'system']),
  name: localisedTextSchema,
  about: localisedTextSchema,
  lines: linesSchema,
  source: sourceSchema,
});

const themeSchema = z.strictObject({
  code: z.string().check(z.regex(/^T[1-9]$/)),
  name: localisedTextSchema,
  lines: linesSchema,
  /** The theme's part of the appendix. */
  swot: z.strictObject({ code: sectionCodeSchema, lines: linesSchema }),
});

/** A part of the document, by the short code that sources use. */
export const sectionSchema = z.strictObject({
  code: sectionCodeSchema,
  name: localisedTextSchema,
  lines: linesSchema,
});
export type Section = z.infer<typeof sectionSchema>;

/** What the strategy is about and how it is built, beside its priorities. */
export const outlineSchema = z.strictObject({
  title: localisedTextSchema,
  goal: z.strictObject({ text: localisedTextSchema, source: sourceSchema }),
  principles: z.array(
    z.strictObject({
      code: wordCodeSchema,
      name: localisedTextSchema,
      text: localisedTextSchema,
      source: sourceSchema,
    }),
  ),
  challenges: z.array(challengeSchema),
  themes: z.array(themeSchema),
  /** What is to be set up to carry the strategy out. */
  functions: z.array(
    z.strictObject({
      code: z.string().check(z.regex(/^IM[1-9]$/)),
      name: localisedTextSchema,
      source: sourceSchema,
    }),
  ),
  followUps: z.array(
    z.strictObject({
      code: wordCodeSchema,
      year: z.nullable(yearSchema),
      text: localisedTextSchema,
      source: sourceSchema,
    }),
  ),
  sections: z.array(sectionSchema),
});
