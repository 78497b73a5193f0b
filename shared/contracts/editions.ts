import * as z from 'zod/mini';
import { editionDeliveries, editionPlanSchema } from '../domain/edition/edition-plan.ts';
import { cancelReasons, editionMoves, editionStatuses } from '../domain/edition/edition-states.ts';
import { editionTimes } from '../domain/edition/edition-time.ts';
import { wishStandings } from '../domain/edition/wished-edition.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { editionIdSchema, organisationIdSchema } from './identifiers.ts';

const positionSchema = z.nullable(z.object({ latitude: z.number(), longitude: z.number() }));

/** When and where an edition is held, and how full it is: what everybody may know of one that takes firms. */
export const editionFacts = {
  editionId: editionIdSchema,
  organisationName: localisedTextSchema,
  packageCode: wordCodeSchema,
  packageName: localisedTextSchema,
  /** Null: it is called what the package is called. */
  name: z.nullable(z.string()),
  status: z.enum(editionStatuses),
  delivery: z.enum(editionDeliveries),
  municipality: z.nullable(z.string()),
  venue: z.nullable(z.string()),
  /** The exact place where it is given, and else the seat of the municipality. */
  position: positionSchema,
  applyBy: z.iso.date(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  places: z.int(),
  minimumGroup: z.int(),
  language: languageSchema,
  /** Drawn for the demo. */
  isSimulated: z.boolean(),
  days: z.array(z.object({ heldOn: z.iso.date(), startsAt: z.string(), endsAt: z.string() })),
};

/** As an adviser of any provider sees it. */
export const editionSchema = z.object({
  ...editionFacts,
  organisationId: organisationIdSchema,
  /** Asked and not answered yet; a place is held for each. */
  invited: z.int(),
  /** Have said yes, or took part. */
  placed: z.int(),
  waiting: z.int(),
  /** Whether the session works for its provider. */
  isOwn: z.boolean(),
  hasExactPosition: z.boolean(),
  /** Whether firms are offered the package by the catalogue in use. */
  isPackageOffered: z.boolean(),
  revision: z.int(),
});
export type EditionDocument = z.output<typeof editionSchema>;

export const editionFilterSchema = z.strictObject({
  time: z._default(z.enum(editionTimes), 'upcoming'),
  whose: z._default(z.enum(['own', 'all']), 'own'),
  package: z.optional(wordCodeSchema),
  /** Only those of this package or of one for the same need, that can still be joined. */
  like: z.optional(wordCodeSchema),
  /** Only open ones with too few firms and little time left. */
  short: z.optional(z.literal('true')),
  after: z.optional(z.string().check(z.maxLength(400))),
});
export type EditionFilter = z.output<typeof editionFilterSchema>;

export const listEditions = defineEndpoint({
  name: 'listEditions',
  method: 'GET',
  path: '/api/advisor/editions',
  summary: "Editions of the advisor's providers, or of all; never with a firm",
  access: 'advisor',
  permission: 'read-editions',
  query: editionFilterSchema,
  responses: { 200: z.object({ editions: z.array(editionSchema), next: z.nullable(z.string()) }) },
});

const editionParams = z.strictObject({ organisationId: organisationIdSchema, editionId: editionIdSchema });

export const getEdition = defineEndpoint({
  name: 'getEdition',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/editions/:editionId',
  summary: 'One edition of the organisation',
  access: 'advisor',
  permission: 'manage-editions',
  params: editionParams,
  responses: { 200: editionSchema },
});

export const saveEdition = defineEndpoint({
  name: 'saveEdition',
  method: 'PUT',
  path: '/api/advisor/organisations/:organisationId/editions/:editionId',
  summary: 'Stores the plan of an edition: a new one at revision 0, and else over the revision that was seen',
  access: 'advisor',
  permission: 'manage-editions',
  params: editionParams,
  body: z.strictObject({
    /** Of a package that the organisation gives; never changes later. */
    packageCode: wordCodeSchema,
    plan: editionPlanSchema,
    /** Whether it takes firms from the start; of a new one only. */
    isOpen: z.optional(z.boolean()),
    revision: z.int().check(z.gte(0)),
  }),
  responses: { 200: editionSchema },
});

export const moveEdition = defineEndpoint({
  name: 'moveEdition',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/editions/:editionId/moves',
  summary: 'Opens, confirms, completes or cancels an edition',
  access: 'advisor',
  permission: 'manage-editions',
  params: editionParams,
  body: z.strictObject({
    move: z.enum(editionMoves),
    revision: z.int().check(z.gte(1)),
    /** Why it is cancelled. */
    reason: z.optional(z.enum(cancelReasons)),
  }),
  responses: { 200: editionSchema },
});

export const listPackageEditions = defineEndpoint({
  name: 'listPackageEditions',
  method: 'GET',
  path: '/api/packages/:packageCode/editions',
  summary: 'The editions of a package that take firms, the first to begin first',
  access: 'public',
  params: z.strictObject({ packageCode: wordCodeSchema }),
  responses: {
    200: z.object({
      editions: z.array(
        z.object({
          ...editionFacts,
          providerCode: wordCodeSchema,
          /** Name of the municipality; null when it is held online. */
          place: z.nullable(z.string()),
          placesLeft: z.int(),
          canBeJoined: z.boolean(),
          /** What a firm that asks for it today can get. */
          standing: z.enum(wishStandings),
        }),
      ),
    }),
  },
});
