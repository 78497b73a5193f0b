import * as z from 'zod/mini';
import { localisedTextSchema } from '../domain/language.ts';
import { eventMoves, eventReasons, referralOutcomes } from '../domain/referral/move-words.ts';
import { referralStatuses } from '../domain/referral/referral-states.ts';
import { supportChoicesSchema } from '../domain/routing/support-choices.ts';
import { changeSinceSchema } from './change.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  consentIdSchema,
  firmIdSchema,
  organisationIdSchema,
  personIdSchema,
  responseIdSchema,
} from './identifiers.ts';
import { referralSchema } from './referrals.ts';
import { resultSchema } from './results.ts';
import { timestampSchema } from './timestamps.ts';

export const lettingInSchema = z.object({
  firmId: firmIdSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  name: z.nullable(z.string()),
  isSimulated: z.boolean(),
  /** What the firm lets this organisation in for. */
  purposes: z.array(z.enum(['contact', 'result', 'cohort'])),
  since: timestampSchema,
  /** The consents that stand, so that it shows when one of several is withdrawn. */
  consentIds: z.array(consentIdSchema),
});
export type LettingIn = z.infer<typeof lettingInSchema>;

export const listFirmsLettingIn = defineEndpoint({
  name: 'listFirmsLettingIn',
  method: 'GET',
  path: '/api/advisor/firms',
  summary: "The firms that let the advisor's organisations in, at this moment",
  access: 'advisor',
  permission: 'read-shared-firm',
  responses: { 200: z.object({ firms: z.array(lettingInSchema) }) },
});

/** Who at the provider looks after a request. */
const assigneeSchema = z.object({ personId: personIdSchema, name: z.nullable(z.string()) });

/** One thing that happened to a request, with everything that was said at it. */
const requestEventSchema = z.object({
  status: z.enum(referralStatuses),
  at: timestampSchema,
  /** Null for what was written before there were moves. */
  move: z.nullable(z.enum(eventMoves)),
  /** Null for whoever is no colleague, and where it is not known any more. */
  personName: z.nullable(z.string()),
  organisation: z.nullable(localisedTextSchema),
  reason: z.nullable(z.enum(eventReasons)),
  note: z.nullable(z.string()),
  outcome: z.nullable(z.enum(referralOutcomes)),
  /** Who is proposed to go on. */
  receiver: z.nullable(localisedTextSchema),
});
export type RequestEvent = z.infer<typeof requestEventSchema>;

const adviceParams = z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema });

export const getSharedFirm = defineEndpoint({
  name: 'getSharedFirm',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId',
  summary: 'What the firm shares with the organisation; each reading is written down for the firm to see',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: adviceParams,
  responses: {
    200: z.object({
      firmId: firmIdSchema,
      name: z.nullable(z.string()),
      organisationNumber: z.nullable(z.string()),
      isSimulated: z.boolean(),
      /** Null without consent to the results. */
      results: z.nullable(
        z.array(
          z.object({
            responseId: responseIdSchema,
            formCode: z.string(),
            /** Counted from 0. */
            round: z.int(),
            submittedAt: timestampSchema,
          }),
        ),
      ),
      /** The newest of them in full. */
      newest: z.nullable(resultSchema),
      /** What the firm makes of the suggestions in it; null without a result, or where the consent does not name it. */
      supportChoices: z.nullable(supportChoicesSchema),
      /** What became of the firm since an earlier round; null without a result. Of then only where the consent names it. */
      change: z.nullable(changeSinceSchema),
      /** Null without a live request for contact. */
      requests: z.nullable(
        z.array(
          z.object({
            ...z.omit(referralSchema, { consentWithdrawnAt: true, handedOverTo: true, events: true }).shape,
            events: z.array(requestEventSchema),
            /** What whoever acts on it has seen; see `seenReferralSchema`. */
            revision: z.int(),
            answerDueAt: timestampSchema,
            assignedTo: z.nullable(assigneeSchema),
            firmName: z.string(),
            telephone: z.nullable(z.string()),
            message: z.nullable(z.string()),
          }),
        ),
      ),
    }),
  },
});
