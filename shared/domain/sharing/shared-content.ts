import * as z from 'zod/mini';
import { comparedVerdicts } from '../change/judge-change.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { partSchema } from '../instrument/definition.ts';
import { localisedTextSchema } from '../language.ts';
import { rangeSchema } from '../scoring/score.ts';

const levelSchema = z.number().check(z.gte(0), z.lte(4));

/** The scale that levels are read on. */
const scaleSchema = z.strictObject({
  lowest: localisedTextSchema,
  highest: localisedTextSchema,
  bands: z.array(z.strictObject({ from: levelSchema, to: levelSchema, name: localisedTextSchema })),
});

const levelsSchema = z.strictObject({
  balance: z.nullable(z.enum(['digital-ahead', 'process-ahead', 'even'])),
  /** All areas that have the highest level, and the lowest; none where all stand alike. */
  strongest: z.array(localisedTextSchema),
  weakest: z.array(localisedTextSchema),
  scale: scaleSchema,
  parts: z.array(
    z.strictObject({
      part: partSchema,
      name: localisedTextSchema,
      level: z.nullable(levelSchema),
      range: z.nullable(rangeSchema),
    }),
  ),
  dimensions: z.array(
    z.strictObject({
      dimension: dimensionCodeSchema,
      part: partSchema,
      name: localisedTextSchema,
      status: z.enum(['scored', 'too-few-answers', 'not-applicable']),
      level: z.nullable(levelSchema),
      range: z.nullable(rangeSchema),
      /** Both ends of the range; the same twice when the answers are certain. */
      bands: z.nullable(z.strictObject({ lowest: localisedTextSchema, highest: localisedTextSchema })),
      meaning: z.nullable(localisedTextSchema),
    }),
  ),
});

const namedStageSchema = z.strictObject({
  stage: z.int(),
  name: localisedTextSchema,
  meaning: localisedTextSchema,
});
const stageSchema = z.strictObject({
  /** Null when the first stage is not reached. */
  reached: z.nullable(namedStageSchema),
  /** Null when there is none above. */
  next: z.nullable(namedStageSchema),
  /** The practices that stand in the way of the next, the furthest away first. */
  inTheWay: z.array(localisedTextSchema),
});

/** An answer as it can be said. What was written in own words is never in it. */
const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: localisedTextSchema }),
  z.strictObject({
    kind: z.literal('number'),
    number: z.number(),
    decimals: z.int(),
    unit: z.nullable(localisedTextSchema),
  }),
  z.strictObject({ kind: z.enum(['yes', 'no', 'dont-know', 'not-applicable', 'no-answer', 'own-words']) }),
]);
const answersSchema = z.array(
  z.strictObject({
    dimension: dimensionCodeSchema,
    name: localisedTextSchema,
    items: z.array(z.strictObject({ item: z.string(), question: localisedTextSchema, answer: saidSchema })),
  }),
);
export type SaidAnswer = z.infer<typeof saidSchema>;

const suggestionsSchema = z.array(
  z.strictObject({
    packageCode: wordCodeSchema,
    packageName: localisedTextSchema,
    providerName: localisedTextSchema,
    summary: localisedTextSchema,
    reasons: z.array(localisedTextSchema),
  }),
);

const changeSchema = z.strictObject({
  since: z.iso.datetime(),
  dimensions: z.array(
    z.strictObject({
      dimension: dimensionCodeSchema,
      name: localisedTextSchema,
      before: levelSchema,
      after: levelSchema,
      difference: z.number().check(z.gte(-4), z.lte(4)),
      /** What the error of measurement leaves. */
      limit: z.number(),
      verdict: z.enum(comparedVerdicts),
      /** Holds also when it is taken into account that all dimensions were looked at. */
      holdsTogether: z.boolean(),
      items: z.int(),
    }),
  ),
  itemsLeftOut: z.int(),
});

/** What a link shows of a result, in both languages; null is what was not chosen. */
export const sharedContentSchema = z.strictObject({
  levels: z.nullable(levelsSchema),
  stage: z.nullable(stageSchema),
  answers: z.nullable(answersSchema),
  suggestions: z.nullable(suggestionsSchema),
  change: z.nullable(changeSchema),
});
export type SharedContent = z.infer<typeof sharedContentSchema>;
