import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import {
  erasureBases,
  erasureDecisions,
  erasureObstacles,
  erasureScopes,
  erasureStatuses,
} from '../domain/erasure/erasure.ts';
import { defineEndpoint } from './endpoint.ts';
import { erasureRequestIdSchema, firmIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

/** Told in full in the mail about the decision. */
export const decisionTextSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(2000));

export const erasureRequestSchema = z.object({
  erasureRequestId: erasureRequestIdSchema,
  scope: z.enum(erasureScopes),
  status: z.enum(erasureStatuses),
  receivedAt: timestampSchema,
  /** When whoever asked is to have been told, at the latest. */
  dueAt: timestampSchema,
  decision: z.nullable(
    z.object({
      decision: z.enum(erasureDecisions),
      basis: z.enum(erasureBases),
      text: z.string(),
      decidedAt: timestampSchema,
    }),
  ),
  carriedOutAt: z.nullable(timestampSchema),
});
export type ErasureRequestDocument = z.infer<typeof erasureRequestSchema>;

export const ownErasureSchema = z.object({
  /** Those for the account, and those this person has made for firms; the newest first. */
  requests: z.array(z.object({ ...erasureRequestSchema.shape, firmId: z.nullable(firmIdSchema) })),
  /** What would keep a granted request from being carried out, until somebody else has taken over. */
  obstacles: z.array(
    z.object({
      obstacle: z.enum(erasureObstacles),
      /** Which firm, where it is one. */
      firmId: z.nullable(firmIdSchema),
      firmName: z.nullable(z.string()),
    }),
  ),
});
export type OwnErasure = z.infer<typeof ownErasureSchema>;

export const getOwnErasure = defineEndpoint({
  name: 'getOwnErasure',
  method: 'GET',
  path: '/api/account/erasure',
  summary: "The person's requests for erasure, what became of them, and what would stand in the way",
  access: 'account',
  responses: { 200: ownErasureSchema },
});

export const askForErasure = defineEndpoint({
  name: 'askForErasure',
  method: 'POST',
  path: '/api/account/erasure-requests',
  summary: 'Asks for the account to be erased; asking again while a request is open changes nothing',
  access: 'account',
  isFreshSignInRequired: true,
  responses: { 201: ownErasureSchema },
});

export const withdrawErasure = defineEndpoint({
  name: 'withdrawErasure',
  method: 'POST',
  path: '/api/account/erasure-requests/:erasureRequestId/withdrawal',
  summary: 'Takes the request back, as long as nobody has decided',
  access: 'account',
  params: z.strictObject({ erasureRequestId: erasureRequestIdSchema }),
  responses: { 200: ownErasureSchema },
});

export const firmErasureSchema = z.object({
  firmId: firmIdSchema,
  firmName: z.nullable(z.string()),
  requests: z.array(erasureRequestSchema),
});
export type FirmErasure = z.infer<typeof firmErasureSchema>;

const firmParams = z.strictObject({ firmId: firmIdSchema });

export const getFirmErasure = defineEndpoint({
  name: 'getFirmErasure',
  method: 'GET',
  path: '/api/firms/:firmId/erasure',
  summary: 'The requests for erasure of the firm and what became of them',
  access: 'member',
  permission: 'request-erasure',
  params: firmParams,
  responses: { 200: firmErasureSchema },
});

export const askForFirmErasure = defineEndpoint({
  name: 'askForFirmErasure',
  method: 'POST',
  path: '/api/firms/:firmId/erasure-requests',
  summary: 'Asks for everything about the firm to be erased; asking again while a request is open changes nothing',
  access: 'member',
  permission: 'request-erasure',
  isFreshSignInRequired: true,
  params: firmParams,
  responses: { 201: firmErasureSchema },
});

export const withdrawFirmErasure = defineEndpoint({
  name: 'withdrawFirmErasure',
  method: 'POST',
  path: '/api/firms/:firmId/erasure-requests/:erasureRequestId/withdrawal',
  summary: 'Takes the request back, as long as nobody has decided',
  access: 'member',
  permission: 'request-erasure',
  params: z.strictObject({ firmId: firmIdSchema, erasureRequestId: erasureRequestIdSchema }),
  responses: { 200: firmErasureSchema },
});

/** A request as whoever decides sees it: whom it concerns and how much there is, and nothing that was answered. */
export const erasureCaseSchema = z.object({
  ...erasureRequestSchema.shape,
  isOverdue: z.boolean(),
  /** Of the one who reads: somebody else decides. */
  isOwn: z.boolean(),
  /** Null once there is nothing more to do about it: then nobody needs to know whom it concerned. */
  subject: z.nullable(
    z.object({
      /** Who asks. */
      personName: z.nullable(z.string()),
      personEmail: z.nullable(z.string()),
      firmName: z.nullable(z.string()),
      organisationNumber: z.nullable(z.string()),
      submittedCount: z.int(),
      openCount: z.int(),
      /** Members of the firm, or memberships of the person. */
      memberCount: z.int(),
      /** Consents that hold, but for those of requests for contact. */
      consentCount: z.int(),
      contactCount: z.int(),
    }),
  ),
  /** Whether those it concerns have been told of the decision; null before there is one, and after it is done. */
  mail: z.nullable(z.enum(['waiting', 'sent', 'failed', 'unconfirmed'])),
});
export type ErasureCase = z.infer<typeof erasureCaseSchema>;

const casesSchema = z.object({ cases: z.array(erasureCaseSchema) });
const caseParams = z.strictObject({ erasureRequestId: erasureRequestIdSchema });

export const listErasureCases = defineEndpoint({
  name: 'listErasureCases',
  method: 'GET',
  path: '/api/erasures',
  summary: 'Requests for erasure: those that wait first, by the day they are due, then what has been settled',
  access: 'coordination',
  permission: 'decide-erasure',
  responses: { 200: casesSchema },
});

export const decideErasure = defineEndpoint({
  name: 'decideErasure',
  method: 'POST',
  path: '/api/erasures/:erasureRequestId/decision',
  summary: 'Decides on a request, once, with the ground and the reasons, and tells who asked',
  access: 'coordination',
  permission: 'decide-erasure',
  params: caseParams,
  body: z.strictObject({
    decision: z.enum(erasureDecisions),
    basis: z.enum(erasureBases),
    text: decisionTextSchema,
  }),
  responses: { 200: casesSchema },
});

export const carryOutErasure = defineEndpoint({
  name: 'carryOutErasure',
  method: 'POST',
  path: '/api/erasures/:erasureRequestId/carrying-out',
  summary: 'Carries out what was decided; it cannot be undone. Doing so again changes nothing',
  access: 'coordination',
  permission: 'decide-erasure',
  isFreshSignInRequired: true,
  params: caseParams,
  responses: { 200: casesSchema },
});
