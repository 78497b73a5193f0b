import * as z from 'zod/mini';
import { placeNowSchema } from '../domain/cohort/inviting.ts';
import { moveCostSchema } from '../domain/cohort/move-cost.ts';
import { outcomeSchema, planProgressSchema } from '../domain/cohort/outcome.ts';
import {
  mixWishesSchema,
  mostFirms,
  planEditionSchema,
  planFirmSchema,
  planProblemSchema,
  planRulesSchema,
  planWeightsSchema,
} from '../domain/cohort/problem.ts';
import { municipalityCodeSchema } from '../domain/firm/firm-profile.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { editionIdSchema, firmIdSchema, organisationIdSchema, planIdSchema } from './identifiers.ts';
import { livePlaceSchema } from './live-place.ts';
import { problemCodeSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

/** What an edition is called, and what of it a plan does not plan. */
const editionWordsSchema = z.object({
  editionId: editionIdSchema,
  packageName: localisedTextSchema,
  name: z.nullable(z.string()),
  municipality: z.nullable(z.string()),
  /** Places of firms that share no results with the organisation: not in the plan, and not in the places it has. */
  unseen: z.int(),
});
export type PlanEditionWords = z.output<typeof editionWordsSchema>;

const firmWordsSchema = z.object({
  firmId: firmIdSchema,
  name: z.nullable(z.string()),
  isSimulated: z.boolean(),
  municipality: municipalityCodeSchema,
});
export type PlanFirmWords = z.output<typeof firmWordsSchema>;

export const hindrances = ['has-place', 'waits-elsewhere', 'completed', 'said-no', 'request-ended'] as const;

/** What can be planned with: the editions, the firms that need them, and why others who need them are not there. */
export const candidatesSchema = z.object({
  editions: z.array(z.object({ ...editionWordsSchema.shape, facts: planEditionSchema })),
  firms: z.array(z.object({ ...firmWordsSchema.shape, facts: planFirmSchema })).check(z.maxLength(mostFirms)),
  hindered: z.array(z.object({ ...firmWordsSchema.shape, packageCode: wordCodeSchema, hindrance: z.enum(hindrances) })),
  /** Where firms among them have a place or wait besides. */
  elsewhere: z.array(livePlaceSchema),
  /** Firms that have asked for one of the packages and share no results: nobody knows where they are or what fits. */
  unshared: z.int(),
});
export type PlanCandidates = z.output<typeof candidatesSchema>;

const editionIdsSchema = z.array(editionIdSchema).check(z.minLength(1), z.maxLength(20));
const organisationParams = z.strictObject({ organisationId: organisationIdSchema });

export const previewPlan = defineEndpoint({
  name: 'previewPlan',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/plan-candidates',
  summary: 'Firms that could be placed in these editions. Those shown see that they stood in a list',
  access: 'advisor',
  permission: 'place-firms',
  params: organisationParams,
  body: z.strictObject({ editionIds: editionIdsSchema }),
  responses: { 200: candidatesSchema },
});

/** `interrupted`: the process that looked for it is gone. */
export const planStatuses = ['waiting', 'solving', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export type PlanStatus = (typeof planStatuses)[number];

const planFacts = {
  planId: planIdSchema,
  organisationId: organisationIdSchema,
  fromPlanId: z.nullable(planIdSchema),
  /** Of the rules that it was found by; the points of one of earlier rules are not to be compared with any of now. */
  pointsVersion: z.int(),
  status: z.enum(planStatuses),
  createdAt: timestampSchema,
  createdBy: z.nullable(z.string()),
};

export const planSummarySchema = z.object({
  ...planFacts,
  outcome: z.nullable(z.enum(['optimal', 'feasible', 'infeasible', 'none-in-time'])),
  editions: z.int(),
  firms: z.int(),
  placed: z.int(),
});
export type PlanSummary = z.output<typeof planSummarySchema>;

/** A plan with what it was made from. Everything told about it follows from `problem` and `outcome`. */
export const planDocumentSchema = z.object({
  ...planFacts,
  progress: planProgressSchema,
  problem: planProblemSchema,
  editions: z.array(editionWordsSchema),
  firms: z.array(firmWordsSchema),
  outcome: z.nullable(outcomeSchema),
  /** Of the places that it gives, those where there is something between firm and edition by now. */
  placesNow: z.array(z.object({ firmId: firmIdSchema, editionId: editionIdSchema, ...placeNowSchema.shape })),
  /** What its firms have asked the organisation for, of its packages; by an invitation an unanswered one is taken up. */
  requestsNow: z.array(
    z.object({
      firmId: firmIdSchema,
      packageCode: wordCodeSchema,
      isUnanswered: z.boolean(),
      wishedEditionIds: z.array(editionIdSchema),
    }),
  ),
  /** Where its firms have a place or wait besides, by now. */
  elsewhere: z.array(livePlaceSchema),
  /** Firms that were in it and share nothing with the organisation any more. */
  withdrawn: z.int(),
});
export type PlanDocument = z.output<typeof planDocumentSchema>;

export const makePlan = defineEndpoint({
  name: 'makePlan',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/plans',
  summary: 'Begins to look for the best plan; what comes of it is read from the plan',
  access: 'advisor',
  permission: 'place-firms',
  params: organisationParams,
  body: z.strictObject({
    editionIds: editionIdsSchema,
    rules: planRulesSchema,
    wishes: mixWishesSchema,
    weights: planWeightsSchema,
    /** The plan that this one changes; where two are equally good, the one nearer to it is taken. */
    fromPlanId: z.optional(planIdSchema),
  }),
  responses: { 201: z.object({ planId: planIdSchema }) },
});

export const listPlans = defineEndpoint({
  name: 'listPlans',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/plans',
  summary: 'The last fifty plans of the organisation, the newest first',
  access: 'advisor',
  permission: 'place-firms',
  params: organisationParams,
  responses: { 200: z.object({ plans: z.array(planSummarySchema) }) },
});

const planParams = z.strictObject({ organisationId: organisationIdSchema, planId: planIdSchema });

export const getPlan = defineEndpoint({
  name: 'getPlan',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/plans/:planId',
  summary: 'A plan and how far the search for it has come. Firms shown see that they stood in a list',
  access: 'advisor',
  permission: 'place-firms',
  params: planParams,
  responses: { 200: planDocumentSchema },
});

export const cancelPlan = defineEndpoint({
  name: 'cancelPlan',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/plans/:planId/cancellation',
  summary: 'Calls the search for a plan off',
  access: 'advisor',
  permission: 'place-firms',
  params: planParams,
  responses: { 200: z.object({ status: z.enum(planStatuses) }) },
});

export const findPlanCosts = defineEndpoint({
  name: 'findPlanCosts',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/plans/:planId/firms/:firmId/costs',
  summary: 'What the plan would be worth less with the firm in each of the other editions, or in none: solved anew',
  access: 'advisor',
  permission: 'place-firms',
  params: z.strictObject({ ...planParams.shape, firmId: firmIdSchema }),
  responses: { 200: z.object({ costs: z.array(moveCostSchema) }) },
});

/** So many are invited by one request, each for itself: whoever invites more asks several times. */
export const mostInvitedAtOnce = 25;

const placeSchema = z.strictObject({ firmId: firmIdSchema, editionId: editionIdSchema });
const statusNow = { status: placeNowSchema.shape.status, isElsewhere: placeNowSchema.shape.isElsewhere };

/** What came of each invitation, one after the other; none holds up the others. */
const invitedSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('invited'),
    ...placeSchema.shape,
    /** Whether a request of the firm was taken up with it. */
    hasTakenUp: z.boolean(),
  }),
  /** Had been invited, or had its place. */
  z.object({ outcome: z.literal('there'), ...placeSchema.shape, status: statusNow.status }),
  z.object({
    outcome: z.literal('refused'),
    ...placeSchema.shape,
    code: problemCodeSchema,
    /** What it has come to since the plan was made. */
    now: z.optional(z.object(statusNow)),
  }),
]);
export type InvitedFirm = z.output<typeof invitedSchema>;

export const invitePlanned = defineEndpoint({
  name: 'invitePlanned',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/plans/:planId/invitations',
  summary:
    'Invites these firms of the plan to their editions; those already there stay as they are. Requests that wait for an answer are taken up',
  access: 'advisor',
  permission: 'place-firms',
  params: planParams,
  body: z.strictObject({ places: z.array(placeSchema).check(z.minLength(1), z.maxLength(mostInvitedAtOnce)) }),
  responses: { 200: z.object({ results: z.array(invitedSchema) }) },
});
