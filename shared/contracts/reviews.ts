import * as z from 'zod/mini';
import { answerSchema } from '../domain/answers/answer.ts';
import { firmProfileSchema } from '../domain/firm/firm-profile.ts';
import { dimensionCodeSchema, formCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import {
  judgementSchema,
  reviewEntrySchema,
  reviewEvidenceSchema,
  reviewReasonSchema,
  reviewReplySchema,
  reviewSubjectSchema,
} from '../domain/review/review.ts';
import { reviewableDimensionSchema } from '../domain/review/review-basis.ts';
import { reviewerMoves, reviewStatuses } from '../domain/review/review-states.ts';
import { scoreProfileSchema } from '../domain/scoring/score.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  firmIdSchema,
  instrumentVersionIdSchema,
  organisationIdSchema,
  responseIdSchema,
  reviewIdSchema,
} from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

const statusSchema = z.enum(reviewStatuses);

/** A review that was given, as far as it stands beside the levels of its submission. */
export const standingReviewSchema = z.object({
  reviewId: reviewIdSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  status: statusSchema,
  givenAt: timestampSchema,
  scoreProfile: scoreProfileSchema,
  /** The dimensions in which a level was reviewed. */
  dimensions: z.array(dimensionCodeSchema),
  judgements: z.array(z.object({ code: reviewSubjectSchema, judgement: judgementSchema })),
});
export type StandingReview = z.output<typeof standingReviewSchema>;

const storedEntrySchema = z.object({
  ...reviewEntrySchema.shape,
  /** What whoever changes it has seen; 0 stands for none. */
  revision: z.int(),
  judgedAt: timestampSchema,
  /** Null for somebody whose account is erased. */
  judgedBy: z.nullable(z.string()),
  /** Whether whoever reads it judged it. */
  isOwn: z.boolean(),
});
export type StoredReviewEntry = z.output<typeof storedEntrySchema>;

const storedReplySchema = z.object({
  code: reviewSubjectSchema,
  reply: reviewReplySchema,
  revision: z.int(),
  repliedAt: timestampSchema,
  /** Who in the firm, for the firm itself. */
  repliedBy: z.nullable(z.string()),
});
export type StoredReply = z.output<typeof storedReplySchema>;

const reviewDeeds = ['begin', 'judge', 'reply', 'give', 'take-back', 'close', 'answer', 'end-consent'] as const;

const eventSchema = z.object({
  deed: z.enum(reviewDeeds),
  status: statusSchema,
  code: z.nullable(reviewSubjectSchema),
  /** What an entry was judged to be then; null where the judgement was taken away. */
  judgement: z.nullable(judgementSchema),
  side: z.enum(['provider', 'firm']),
  personName: z.nullable(z.string()),
  at: timestampSchema,
});
export type ReviewEvent = z.output<typeof eventSchema>;

/** Everything of one review: what the firm says, what the adviser says, and what the firm replies. */
export const reviewSchema = z.object({
  reviewId: reviewIdSchema,
  firmId: firmIdSchema,
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  organisationName: localisedTextSchema,
  status: statusSchema,
  revision: z.int(),
  createdAt: timestampSchema,
  givenAt: z.nullable(timestampSchema),
  responseId: responseIdSchema,
  instrumentVersionId: instrumentVersionIdSchema,
  formCode: formCodeSchema,
  submittedAt: timestampSchema,
  profile: firmProfileSchema,
  answers: z.record(z.string(), answerSchema),
  selfRated: scoreProfileSchema,
  /** As frozen when it was given. */
  reviewed: z.nullable(z.object({ scoreProfile: scoreProfileSchema, dimensions: z.array(dimensionCodeSchema) })),
  reviewable: z.array(reviewableDimensionSchema),
  entries: z.array(storedEntrySchema),
  /** The firm's, for an adviser once the firm has answered. */
  replies: z.array(storedReplySchema),
  events: z.array(eventSchema),
});
export type ReviewDocument = z.output<typeof reviewSchema>;

const firmParams = z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema });
const reviewParams = z.extend(firmParams, { reviewId: reviewIdSchema });

export const listReviews = defineEndpoint({
  name: 'listReviews',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/reviews',
  summary: "What the firm has submitted, with the organisation's reviews of each; the reading is written down",
  access: 'advisor',
  permission: 'review-firm',
  params: firmParams,
  responses: {
    200: z.object({
      firmName: z.nullable(z.string()),
      isSimulated: z.boolean(),
      submissions: z.array(
        z.object({
          responseId: responseIdSchema,
          formCode: formCodeSchema,
          submittedAt: timestampSchema,
          reviews: z.array(
            z.object({
              reviewId: reviewIdSchema,
              status: statusSchema,
              createdAt: timestampSchema,
              givenAt: z.nullable(timestampSchema),
              entries: z.int(),
            }),
          ),
        }),
      ),
    }),
  },
});

export const beginReview = defineEndpoint({
  name: 'beginReview',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/reviews',
  summary: 'Begins a review of a submission, or finds the one that a colleague has under way',
  access: 'advisor',
  permission: 'review-firm',
  params: z.extend(firmParams, { responseId: responseIdSchema }),
  responses: { 200: z.object({ reviewId: reviewIdSchema }), 201: z.object({ reviewId: reviewIdSchema }) },
});

export const getReview = defineEndpoint({
  name: 'getReview',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/reviews/:reviewId',
  summary: "A review of the organisation's own, with what it is about; the reading is written down",
  access: 'advisor',
  permission: 'review-firm',
  params: reviewParams,
  responses: { 200: reviewSchema },
});

export const saveReviewEntry = defineEndpoint({
  name: 'saveReviewEntry',
  method: 'PUT',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/reviews/:reviewId/entries/:subject',
  summary: 'Keeps what is judged of one item, or of one dimension as a whole, in a draft',
  access: 'advisor',
  permission: 'review-firm',
  params: z.extend(reviewParams, { subject: reviewSubjectSchema }),
  body: z.strictObject({
    baseRevision: z.int().check(z.gte(0)),
    /** Null takes the entry away. */
    judgement: z.nullable(judgementSchema),
    reason: reviewReasonSchema,
    evidence: reviewEvidenceSchema,
  }),
  responses: {
    200: z.object({ entry: z.nullable(storedEntrySchema), revision: z.int() }),
    /** With what a colleague has put there; absent when the draft is no longer one. */
    409: z.extend(problemSchema, {
      entry: z.optional(z.nullable(storedEntrySchema)),
      revision: z.optional(z.int()),
    }),
  },
});

export const moveReview = defineEndpoint({
  name: 'moveReview',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/reviews/:reviewId/moves',
  summary: 'Gives the review to the firm, takes a draft back, or closes what was given',
  access: 'advisor',
  permission: 'review-firm',
  params: reviewParams,
  body: z.strictObject({ move: z.enum(reviewerMoves), revision: z.int().check(z.gte(1)) }),
  responses: { 200: reviewSchema },
});

const ownParams = z.strictObject({ responseId: responseIdSchema, reviewId: reviewIdSchema });

/** `mayReply`: whoever asks is an owner of the firm, and the review waits for its reply. */
export const ownReviewSchema = z.extend(reviewSchema, { mayReply: z.boolean() });
export type OwnReviewDocument = z.output<typeof ownReviewSchema>;

export const getOwnReview = defineEndpoint({
  name: 'getOwnReview',
  method: 'GET',
  path: '/api/responses/:responseId/reviews/:reviewId',
  summary: 'A review that was given to the firm, with who judged what and when',
  access: 'respondent',
  params: ownParams,
  responses: { 200: ownReviewSchema },
});

export const saveReviewReply = defineEndpoint({
  name: 'saveReviewReply',
  method: 'PUT',
  path: '/api/responses/:responseId/reviews/:reviewId/replies/:subject',
  summary: 'Keeps what the firm says of one entry; the adviser sees it when the firm has answered',
  access: 'respondent',
  params: z.extend(ownParams, { subject: reviewSubjectSchema }),
  body: z.strictObject({ baseRevision: z.int().check(z.gte(0)), reply: reviewReplySchema }),
  responses: {
    200: z.object({ reply: storedReplySchema }),
    /** With what another owner has put there; absent when there is nothing to reply to any more. */
    409: z.extend(problemSchema, { reply: z.optional(z.nullable(storedReplySchema)) }),
  },
});

export const answerReview = defineEndpoint({
  name: 'answerReview',
  method: 'POST',
  path: '/api/responses/:responseId/reviews/:reviewId/answer',
  summary: "Hands the firm's replies over, once every entry that differs has one",
  access: 'respondent',
  params: ownParams,
  responses: { 200: ownReviewSchema },
});
