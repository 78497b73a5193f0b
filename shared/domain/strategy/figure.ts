import * as z from 'zod/mini';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { sourceSchema } from './passage.ts';
import { yearSchema } from './year.ts';

export const figureTopics = [
  'branches',
  'size-and-structure',
  'economy',
  'innovation',
  'digitalisation',
  'energy-and-climate',
] as const;

const units = [
  'people',
  'people-per-workplace',
  'workplaces',
  'regions',
  'percent',
  'times',
  'index-eu-100',
  'sek',
  'years',
  'calendar-year',
] as const;

const figureParts = {
  code: wordCodeSchema,
  topic: z.enum(figureTopics),
  statement: localisedTextSchema,
  /** The value in words, with its "about" or "more than"; also where there is no number. */
  value: localisedTextSchema,
  quantity: z.nullable(
    z.strictObject({
      number: z.number(),
      unit: z.enum(units),
      precision: z.enum(['exact', 'about', 'at-least', 'more-than', 'less-than']),
    }),
  ),
  /** Null when the source gives none. */
  year: z.nullable(yearSchema),
  note: z.optional(localisedTextSchema),
  geography: z.enum(['nms', 'sweden', 'eu']),
  source: sourceSchema,
  /** Codes of the conflicts it is part of. */
  conflicts: z.optional(z.array(wordCodeSchema)),
};

/** A figure for context: the strategy states it, we derive it from others, or another publication has it. */
export const figureSchema = z.discriminatedUnion('evidence', [
  z.strictObject({ ...figureParts, evidence: z.literal('stated') }),
  z.strictObject({
    ...figureParts,
    evidence: z.literal('derived'),
    derivedFrom: z.array(wordCodeSchema).check(z.minLength(1)),
  }),
  z.strictObject({ ...figureParts, evidence: z.literal('elsewhere'), address: z.url({ protocol: /^https$/ }) }),
]);
export type Figure = z.infer<typeof figureSchema>;

/** Figures that do not fit each other, or look as if they did not. */
export const conflictSchema = z.strictObject({
  code: wordCodeSchema,
  kind: z.enum(['values-differ', 'different-things']),
  name: localisedTextSchema,
  figures: z.array(wordCodeSchema).check(z.minLength(2)),
  explanation: localisedTextSchema,
});
export type Conflict = z.infer<typeof conflictSchema>;

/** What to know before using figures or words of the strategy; without a source it is about what is left out. */
export const cautionSchema = z.strictObject({
  code: wordCodeSchema,
  text: localisedTextSchema,
  figures: z.array(wordCodeSchema),
  source: z.nullable(sourceSchema),
});
