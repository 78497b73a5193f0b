import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { providerMoves, referralStatuses } from '../domain/referral/referral-states.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema, personIdSchema, referralIdSchema } from './identifiers.ts';

/** The referral as it was seen by whoever acts: a change since then is not overruled. */
export const seenReferralSchema = z.strictObject({ referralId: referralIdSchema, revision: z.int().check(z.gte(1)) });

const mostAtOnce = 100;
const seenReferralsSchema = z.array(seenReferralSchema).check(z.minLength(1), z.maxLength(mostAtOnce));

/** What became of each, in the order asked for. A referral that cannot be changed keeps none of the others back. */
const resultsSchema = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('done'),
        referralId: referralIdSchema,
        status: z.enum(referralStatuses),
        revision: z.int(),
      }),
      z.object({
        outcome: z.literal('refused'),
        referralId: referralIdSchema,
        code: z.enum(['not-found', 'changed-meanwhile', 'not-possible-now']),
      }),
    ]),
  ),
});
export type ActionResult = z.output<typeof resultsSchema>['results'][number];

const params = z.strictObject({ organisationId: organisationIdSchema });

export const moveReferrals = defineEndpoint({
  name: 'moveReferrals',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/referral-moves',
  summary: 'Moves referrals on: accepted, started, completed, discontinued, declined or handed over',
  access: 'advisor',
  permission: 'handle-referrals',
  params,
  body: z.strictObject({
    referrals: seenReferralsSchema,
    move: z.enum(providerMoves),
    reason: z.optional(wordCodeSchema),
    note: z.optional(storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(1000))),
    outcome: z.optional(wordCodeSchema),
    /** Code of the provider that is to go on. */
    receiver: z.optional(wordCodeSchema),
  }),
  responses: { 200: resultsSchema },
});

export const assignReferrals = defineEndpoint({
  name: 'assignReferrals',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/referral-assignments',
  summary: 'Says who at the provider looks after referrals, or that nobody does',
  access: 'advisor',
  permission: 'handle-referrals',
  params,
  body: z.strictObject({ referrals: seenReferralsSchema, personId: z.nullable(personIdSchema) }),
  responses: { 200: resultsSchema },
});

export const listAdvisors = defineEndpoint({
  name: 'listAdvisors',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/advisors',
  summary: 'The advisors and managers of the organisation, who can look after referrals',
  access: 'advisor',
  permission: 'handle-referrals',
  params,
  responses: {
    200: z.object({ advisors: z.array(z.object({ personId: personIdSchema, name: z.nullable(z.string()) })) }),
  },
});
