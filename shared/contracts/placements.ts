import * as z from 'zod/mini';
import { placementMoves, placementReasons, placementStatuses } from '../domain/edition/placement-states.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { referralOutcomes } from '../domain/referral/move-words.ts';
import { editionFacts } from './editions.ts';
import { defineEndpoint } from './endpoint.ts';
import { editionIdSchema, firmIdSchema, organisationIdSchema, placementIdSchema } from './identifiers.ts';
import { livePlaceSchema } from './live-place.ts';
import { timestampSchema } from './timestamps.ts';
import { wishedEditionSchema } from './wished-edition.ts';

/** One step of its history. `by`: the firm itself, the provider, or nobody where a day passed or a consent ended. */
const placementEventSchema = z.object({
  move: z.enum(placementMoves),
  status: z.enum(placementStatuses),
  by: z.enum(['firm', 'provider', 'nobody']),
  reason: z.nullable(z.enum(placementReasons)),
  at: timestampSchema,
});

const placementFacts = {
  placementId: placementIdSchema,
  status: z.enum(placementStatuses),
  answerBy: z.nullable(z.iso.date()),
  waitingSince: z.nullable(timestampSchema),
  reason: z.nullable(z.enum(placementReasons)),
  statusSince: timestampSchema,
  revision: z.int(),
  events: z.array(placementEventSchema),
};

/** A firm's place in an edition, as its provider sees it. */
export const placementSchema = z.object({
  ...placementFacts,
  editionId: editionIdSchema,
  firmId: firmIdSchema,
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  /** Whether a request of the firm to be contacted ends together with it. */
  hasReferral: z.boolean(),
  /** Whether the firm has asked for the package and waits for an answer, which a place or a turn gives it. */
  hasUnanswered: z.boolean(),
});
export type PlacementDocument = z.output<typeof placementSchema>;

const editionParams = z.strictObject({ organisationId: organisationIdSchema, editionId: editionIdSchema });

export const listEditionPlacements = defineEndpoint({
  name: 'listEditionPlacements',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/editions/:editionId/placements',
  summary: 'The firms in an edition of the organisation that let it in; who waits, in the order of the list',
  access: 'advisor',
  permission: 'place-firms',
  params: editionParams,
  responses: {
    200: z.object({
      placements: z.array(placementSchema),
      /** Where its firms are asked, take part or wait, in this and other editions of the organisation. */
      live: z.array(livePlaceSchema),
    }),
  },
});

export const listFirmsPlaces = defineEndpoint({
  name: 'listFirmsPlaces',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/placements',
  summary: "The firm's places in editions of the organisation, the newest first",
  access: 'advisor',
  permission: 'place-firms',
  params: z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema }),
  responses: {
    200: z.object({
      firmName: z.nullable(z.string()),
      placements: z.array(placementSchema),
      /** Packages that the firm has asked for and waits for an answer about: a place or a turn takes the request up. */
      unanswered: z.array(wordCodeSchema),
      /** The groups that it would like to be in, by its requests that go on. */
      wished: z.array(z.object({ ...wishedEditionSchema.shape, packageName: localisedTextSchema })),
      /** Where it is asked, takes part or waits, with when. */
      live: z.array(livePlaceSchema),
    }),
  },
});

export const movePlacement = defineEndpoint({
  name: 'movePlacement',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/editions/:editionId/firms/:firmId/placement-moves',
  summary:
    'Invites the firm, puts it on the waiting list, records its answer, takes it out or completes it. A request of the firm for the package that nobody has answered is taken up by the first three',
  access: 'advisor',
  permission: 'place-firms',
  params: z.strictObject({
    organisationId: organisationIdSchema,
    editionId: editionIdSchema,
    firmId: firmIdSchema,
  }),
  body: z.strictObject({
    move: z.enum(['invite', 'queue', 'accept', 'decline', 'leave', 'complete']),
    /** The placement as it was seen; 0 when there was none. */
    revision: z.int().check(z.gte(0)),
    /** Until when an invitation holds its place; ten days, or the last day to apply, when left out. */
    answerBy: z.optional(z.iso.date()),
    /** Why the firm is taken out. */
    reason: z.optional(z.enum(['firm-asked', 'firm-not-reached', 'not-eligible', 'moved', 'other'])),
    /** How far the firm came, when it has completed and a request of its ends with it. */
    outcome: z.optional(z.enum(referralOutcomes)),
  }),
  responses: {
    200: z.object({
      ...placementSchema.shape,
      /** Whether a request of the firm was taken up with it. */
      hasTakenUp: z.boolean(),
    }),
  },
});

/** The same place as the firm sees it. */
export const firmPlacementSchema = z.object({
  ...placementFacts,
  edition: z.object(editionFacts),
  /** How many have waited longer; null when the firm does not wait. Who is asked next is the provider's to say. */
  ahead: z.nullable(z.int()),
  /** Of a group in which the firm has a place: how many take part, and the others who let themselves be named. */
  group: z.nullable(z.object({ size: z.int(), named: z.array(z.string()) })),
});
export type FirmPlacement = z.output<typeof firmPlacementSchema>;

const firmPlacementsSchema = z.object({
  placements: z.array(firmPlacementSchema),
  /** Providers that the firm is in a group with and has not let name it to the others there. */
  unnamedWith: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
});

export const listFirmPlacements = defineEndpoint({
  name: 'listFirmPlacements',
  method: 'GET',
  path: '/api/firms/:firmId/placements',
  summary: "The firm's invitations and places in groups, the newest first",
  access: 'member',
  permission: 'read-firm',
  params: z.strictObject({ firmId: firmIdSchema }),
  responses: { 200: firmPlacementsSchema },
});

export const answerPlacement = defineEndpoint({
  name: 'answerPlacement',
  method: 'POST',
  path: '/api/firms/:firmId/placements/:placementId/answers',
  summary: 'The firm says yes or no to an invitation, or gives its place or its turn up',
  access: 'member',
  permission: 'answer-placement',
  params: z.strictObject({ firmId: firmIdSchema, placementId: placementIdSchema }),
  body: z.strictObject({ move: z.enum(['accept', 'decline', 'leave']), revision: z.int().check(z.gte(1)) }),
  responses: { 200: firmPlacementsSchema },
});
