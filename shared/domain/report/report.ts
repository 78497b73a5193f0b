import * as z from 'zod/mini';
import { notComparedReasons } from '../benchmark/not-compared.ts';
import { verdictSchema } from '../change/judge-change.ts';
import { dimensionCodeSchema, itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { partSchema } from '../instrument/definition.ts';
import { localisedTextSchema } from '../language.ts';
import {
  agreementDocumentSchema,
  areaAgreementSchema,
  endsSchema,
  questionSpreadSchema,
  sidesSchema,
} from '../respondents/agreement-document.ts';
import { declineReasonSchema } from '../routing/support-choices.ts';
import { quadrants } from '../scoring/importance-quadrants.ts';
import { itemContributionSchema, rangeSchema } from '../scoring/score.ts';

/** The form of the document. A field that is added or changes its meaning gives a new one. */
export const reportFormat = 'mattstock-report-1';

const levelSchema = z.nullable(z.number().check(z.gte(0), z.lte(4)));
const levelsShape = { level: levelSchema, range: z.nullable(rangeSchema) };

/** An answer as it can be said. A number keeps its unit; own words are said as they were written. */
const saidSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: localisedTextSchema }),
  z.strictObject({ kind: z.literal('number'), number: z.number(), unit: z.nullable(localisedTextSchema) }),
  z.strictObject({ kind: z.literal('own-words'), text: z.string() }),
  z.strictObject({ kind: z.enum(['yes', 'no', 'dont-know', 'not-applicable', 'no-answer']) }),
]);
export type ReportAnswer = z.infer<typeof saidSchema>;

const itemSchema = z.strictObject({
  item: itemCodeSchema,
  question: localisedTextSchema,
  answer: saidSchema,
  comment: z.string(),
  /** Null for questions that count in no level. */
  counts: z.nullable(z.omit(itemContributionSchema, { item: true })),
});

/** What would move a level most: questions one step up, and unknown answers by how much of the range each makes. */
const movesSchema = z.strictObject({
  raise: z.array(
    z.strictObject({
      item: itemCodeSchema,
      question: localisedTextSchema,
      points: z.number(),
      raisedTo: z.number(),
      rise: z.nullable(z.number()),
    }),
  ),
  unknown: z.array(z.strictObject({ item: itemCodeSchema, question: localisedTextSchema, width: z.number() })),
});

const practiceSchema = z.strictObject({ item: itemCodeSchema, question: localisedTextSchema });

/** The level aimed at, and whether it is proposed or the firm's own. */
const targetSchema = z.strictObject({ level: z.int(), isProposal: z.boolean() });

const placedSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  name: localisedTextSchema,
  importance: z.number(),
  level: z.number(),
  /** Parts what has come far enough from what has not. */
  target: targetSchema,
  isUnsure: z.boolean(),
});

const dimensionSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  part: partSchema,
  name: localisedTextSchema,
  status: z.enum(['scored', 'too-few-answers', 'not-applicable']),
  ...levelsShape,
  /** Null for what does not concern the firm. */
  target: z.nullable(targetSchema),
  /** Names of the bands that the range reaches; the same twice when the answers are certain. */
  bands: z.nullable(z.strictObject({ lowest: localisedTextSchema, highest: localisedTextSchema })),
  meaning: z.nullable(localisedTextSchema),
  /** A way to begin. */
  next: z.nullable(localisedTextSchema),
  /** How important the firm says that it is in two years, 0–4; null where it has not said. */
  importance: levelSchema,
  answeredWeight: z.int(),
  applicableWeight: z.int(),
  dontKnow: z.int(),
  notApplicable: z.int(),
  reviews: z.array(z.strictObject({ by: localisedTextSchema, ...levelsShape })),
  moves: movesSchema,
  items: z.array(itemSchema),
});
export type ReportDimension = z.infer<typeof dimensionSchema>;

const stageSchema = z.strictObject({ stage: z.int(), name: localisedTextSchema, meaning: localisedTextSchema });

const suggestionSchema = z.strictObject({
  packageCode: wordCodeSchema,
  name: localisedTextSchema,
  summary: localisedTextSchema,
  provider: localisedTextSchema,
  /** The strategy names the provider; otherwise it is a proposal who gives the package. */
  isProviderConfirmed: z.boolean(),
  reasons: z.array(localisedTextSchema),
});

/** What the firm makes of its suggestions itself. */
const ownChoicesSchema = z.strictObject({
  /** Whether the suggestions stand in an order of its own. */
  isReordered: z.boolean(),
  /** Suggested and declined: none of them is among the suggestions. */
  declined: z.array(
    z.strictObject({
      packageCode: wordCodeSchema,
      name: localisedTextSchema,
      provider: localisedTextSchema,
      reason: declineReasonSchema,
      note: z.string(),
    }),
  ),
  /** What it needs and no package offers, in its own words. */
  asks: z.array(z.strictObject({ dimension: dimensionCodeSchema, name: localisedTextSchema, words: z.string() })),
});

const question = { question: localisedTextSchema };
const agreementSchema = z.strictObject({
  ...agreementDocumentSchema.shape,
  dimensions: z.array(z.strictObject({ ...areaAgreementSchema.shape, name: localisedTextSchema })),
  items: z.array(z.strictObject({ ...questionSpreadSchema.shape, ...question })),
  differences: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sides'), items: z.array(z.strictObject({ ...sidesSchema.shape, ...question })) }),
    z.strictObject({ kind: z.literal('spread'), items: z.array(z.strictObject({ ...endsSchema.shape, ...question })) }),
    z.strictObject({ kind: z.literal('too-few') }),
  ]),
});

const figureSchema = z.strictObject({ lowest: z.int(), highest: z.int() });
const shownSchema = z.nullable(z.number());

/** All that a firm takes with it of one result, in both languages: every file is written from this and nothing else. */
export const reportSchema = z.strictObject({
  format: z.literal(reportFormat),
  /** The day as of which it was put together: comparison, measures and who may see it can change. */
  asOf: z.iso.date(),
  firm: z.strictObject({
    name: z.nullable(z.string()),
    organisationNumber: z.nullable(z.string()),
    isSimulated: z.boolean(),
  }),
  receipt: z.strictObject({
    number: z.string(),
    submittedAt: z.iso.datetime(),
    answeredItems: z.int(),
    scoredItems: z.int(),
  }),
  madeFrom: z.strictObject({
    form: z.strictObject({ code: z.string(), name: localisedTextSchema }),
    version: z.int(),
    definitionSha256: z.string(),
    scoringRules: z.string(),
    catalogueVersion: z.int(),
    minimumShareAnswered: z.number(),
  }),
  scale: z.array(z.strictObject({ level: z.int(), name: localisedTextSchema })),
  summary: z.strictObject({
    balance: z.nullable(z.enum(['digital-ahead', 'process-ahead', 'even'])),
    /** All areas that have the highest level, and the lowest; none where all stand alike. */
    strongest: z.array(localisedTextSchema),
    weakest: z.array(localisedTextSchema),
  }),
  /** Three at most: areas that surely stand high, then single practices that hold. */
  strengths: z.strictObject({
    dimensions: z.array(
      z.strictObject({
        dimension: dimensionCodeSchema,
        name: localisedTextSchema,
        level: z.number(),
        practices: z.array(practiceSchema),
      }),
    ),
    practices: z.array(
      z.strictObject({ ...practiceSchema.shape, area: localisedTextSchema, answer: localisedTextSchema }),
    ),
  }),
  /** Importance to the firm against level, each area in one of four boxes; what cannot be placed stands apart. */
  importance: z.strictObject({
    placed: z.record(z.enum(quadrants), z.array(placedSchema)),
    unplaced: z.array(
      z.strictObject({
        dimension: dimensionCodeSchema,
        name: localisedTextSchema,
        why: z.enum(['no-importance', 'no-level', 'neither']),
      }),
    ),
  }),
  parts: z.array(
    z.strictObject({
      part: partSchema,
      name: localisedTextSchema,
      ...levelsShape,
      scoredDimensions: z.int(),
      reviews: z.array(z.strictObject({ by: localisedTextSchema, ...levelsShape })),
    }),
  ),
  dimensions: z.array(dimensionSchema),
  /** Questions that count in no level: of the firm, and how important each area is. */
  otherItems: z.array(itemSchema),
  stage: z.nullable(
    z.strictObject({
      reached: z.nullable(stageSchema),
      next: z.nullable(stageSchema),
      inTheWay: z.array(localisedTextSchema),
    }),
  ),
  nextSteps: z.array(
    z.strictObject({
      item: itemCodeSchema,
      area: localisedTextSchema,
      question: localisedTextSchema,
      level: z.int(),
      aim: z.int(),
      /** Whether the aim is proposed, or the firm's own. */
      isProposal: z.boolean(),
      today: localisedTextSchema,
      target: localisedTextSchema,
      begin: z.nullable(localisedTextSchema),
    }),
  ),
  /** What is to be done whatever else is chosen. */
  notices: z.array(localisedTextSchema),
  /** As the firm would take them, without what it has declined; as they were suggested where `choices` is null. */
  suggestions: z.array(suggestionSchema),
  /** Null where whoever reads is not told. */
  choices: z.nullable(ownChoicesSchema),
  runnerUp: z.nullable(
    z.strictObject({
      name: localisedTextSchema,
      provider: localisedTextSchema,
      against: localisedTextSchema,
      reasons: z.array(localisedTextSchema),
      parts: z.array(z.strictObject({ name: localisedTextSchema, own: z.number(), theirs: z.number() })),
    }),
  ),
  /** What fits and is better taken later, with why. */
  waiting: z.array(z.strictObject({ name: localisedTextSchema, reason: localisedTextSchema })),
  /** Needs that no package answers. */
  gaps: z.array(localisedTextSchema),
  /** Null when there is no earlier round. */
  change: z.nullable(
    z.strictObject({
      since: z.iso.datetime(),
      rulesVersion: z.string(),
      dimensions: z.array(
        z.strictObject({
          dimension: dimensionCodeSchema,
          name: localisedTextSchema,
          verdict: verdictSchema,
          /** Holds also when it is taken into account that all areas were looked at. */
          holdsTogether: z.boolean(),
          before: shownSchema,
          after: shownSchema,
          difference: shownSchema,
          limit: shownSchema,
        }),
      ),
    }),
  ),
  /** How far those who answered together agreed; null when one answered alone, and where whoever reads is not told. */
  agreement: z.nullable(agreementSchema),
  /** Null when nothing is published that firms of this kind can be compared with. */
  comparison: z.nullable(
    z.strictObject({
      group: z.array(z.strictObject({ attribute: localisedTextSchema, value: localisedTextSchema })),
      isSimulated: z.boolean(),
      peers: z.array(
        z.strictObject({
          dimension: dimensionCodeSchema,
          name: localisedTextSchema,
          release: z.int(),
          firms: z.int(),
          mean: z.number(),
          lowQuartile: shownSchema,
          median: shownSchema,
          highQuartile: shownSchema,
        }),
      ),
      /** Areas that stand beside nobody, with why. */
      notCompared: z.array(
        z.strictObject({
          dimension: dimensionCodeSchema,
          name: localisedTextSchema,
          why: z.enum(notComparedReasons),
        }),
      ),
    }),
  ),
  /** Measures of the EU; derived, never official. A figure is null where nothing is known. */
  measures: z.array(
    z.strictObject({
      code: wordCodeSchema,
      version: z.string(),
      name: localisedTextSchema,
      highest: z.int(),
      total: z.nullable(figureSchema),
      dimensions: z.array(z.strictObject({ name: localisedTextSchema, figure: z.nullable(figureSchema) })),
    }),
  ),
  /** What the firm has added to the measures itself is left out of them: whoever reads may not see it. */
  measuresLeaveOut: z.boolean(),
  /** Whom the firm lets see or count this, links to the result apart; null where whoever reads may not know. */
  viewers: z.nullable(
    z.array(z.strictObject({ purpose: z.enum(['result', 'cohort', 'statistics']), receiver: localisedTextSchema })),
  ),
});
export type Report = z.infer<typeof reportSchema>;

/** Whether the firm took it itself; others are not told whom else it lets in. */
export const isOfTheFirm = ({ viewers }: Pick<Report, 'viewers'>): boolean => viewers !== null;
