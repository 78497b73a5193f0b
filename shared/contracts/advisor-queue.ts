import * as z from 'zod/mini';
import { branchSchema, countySchema, outsideRegion, sizeClassSchema } from '../domain/firm/firm-profile.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { referralStatuses } from '../domain/referral/referral-states.ts';
import { reviewStatuses } from '../domain/review/review-states.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, organisationIdSchema, personIdSchema, referralIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';
import { wishedEditionSchema } from './wished-edition.ts';

/** What an advisor has to do, one list each. */
export const queueViews = ['to-answer', 'under-way', 'rounds-due', 'all'] as const;
export type QueueView = (typeof queueViews)[number];

export const queueOrders = ['due', 'newest', 'name', 'lowest-level'] as const;
export type QueueOrder = (typeof queueOrders)[number];

const firmCountySchema = z.union([countySchema, z.literal(outsideRegion)]);

/** `a,b` in the address: any of them. */
const anyOf = <S extends z.ZodMiniType<string, string>>(schema: S) =>
  z.optional(
    z.pipe(
      z.string().check(z.minLength(1), z.maxLength(400)),
      z.pipe(
        z.transform((text: string) => text.split(',')),
        z.array(schema),
      ),
    ),
  );

export const queueFilterSchema = z.strictObject({
  view: z._default(z.enum(queueViews), 'to-answer'),
  order: z._default(z.enum(queueOrders), 'due'),
  county: anyOf(firmCountySchema),
  branch: anyOf(branchSchema),
  size: anyOf(sizeClassSchema),
  package: anyOf(wordCodeSchema),
  assigned: z.optional(z.enum(['me', 'nobody'])),
  /** Part of the firm's name. */
  search: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  /** Where the page before ended, as that page said. */
  after: z.optional(z.string().check(z.maxLength(400))),
});
export type QueueFilter = z.output<typeof queueFilterSchema>;

/** A firm in the queue, with the request it is there for. */
export const queueRowSchema = z.object({
  firmId: firmIdSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  name: z.nullable(z.string()),
  isSimulated: z.boolean(),
  /** What the firm lets the organisation in for. With `cohort` alone there is no more of it to open than its name. */
  purposes: z.array(z.enum(['contact', 'result', 'cohort'])),
  /** Null where the firm has not shared its results. */
  facts: z.nullable(
    z.object({
      municipality: z.string(),
      county: firmCountySchema,
      branch: branchSchema,
      sizeClass: sizeClassSchema,
      round: z.int(),
      submittedAt: timestampSchema,
      digitalLevel: z.nullable(z.number()),
      processLevel: z.nullable(z.number()),
      /** The organisation's own review of the same answers, once given; a level is null where it was not reviewed. */
      review: z.nullable(
        z.object({
          status: z.enum(reviewStatuses),
          digitalLevel: z.nullable(z.number()),
          processLevel: z.nullable(z.number()),
          /** How many of the questions put to the firm were given a level. */
          coverage: z.object({ judged: z.int(), total: z.int() }),
        }),
      ),
    }),
  ),
  /** Null for a firm that is there without one: in the lists of rounds and of all. */
  referral: z.nullable(
    z.object({
      referralId: referralIdSchema,
      packageCode: wordCodeSchema,
      packageName: localisedTextSchema,
      status: z.enum(referralStatuses),
      chosenAt: timestampSchema,
      answerDueAt: timestampSchema,
      statusSince: timestampSchema,
      wishedEdition: z.nullable(wishedEditionSchema),
      revision: z.int(),
      assignedTo: z.nullable(z.object({ personId: personIdSchema, name: z.nullable(z.string()) })),
    }),
  ),
});
export type QueueRow = z.output<typeof queueRowSchema>;

export const listQueue = defineEndpoint({
  name: 'listQueue',
  method: 'GET',
  path: '/api/advisor/queue',
  summary: 'One page of the work queue. Firms whose facts are shown see that they stood in a list',
  access: 'advisor',
  permission: 'read-shared-firm',
  query: queueFilterSchema,
  responses: { 200: z.object({ rows: z.array(queueRowSchema), next: z.nullable(z.string()) }) },
});

export const exportFormats = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportQueue = defineEndpoint({
  name: 'exportQueue',
  method: 'POST',
  path: '/api/advisor/queue/exports',
  summary: 'All rows of the work queue by the same filter, as a file. Every firm in it sees that it stood there',
  access: 'advisor',
  permission: 'read-shared-firm',
  body: z.strictObject({
    filter: z.omit(queueFilterSchema, { after: true }),
    format: z.enum(exportFormats),
    language: languageSchema,
  }),
  responses: { 200: z.unknown() },
});

export const countQueue = defineEndpoint({
  name: 'countQueue',
  method: 'GET',
  path: '/api/advisor/queue/counts',
  summary: 'How much there is to do, list by list',
  access: 'advisor',
  permission: 'read-shared-firm',
  responses: {
    200: z.object({
      toAnswer: z.int(),
      overdue: z.int(),
      underWay: z.int(),
      roundsDue: z.int(),
      all: z.int(),
      /** Editions with too few firms and time left; of them, those that are planned and take none yet. */
      editionsShort: z.int(),
      editionsShortPlanned: z.int(),
      /** Planned for today, and for the next seven days with today. */
      meetingsToday: z.int(),
      meetingsSoon: z.int(),
      /** Agreed in a meeting that was held, not done, and their day has passed. */
      stepsOverdue: z.int(),
      /** Withdrawn during the last thirty days: what for and when, never by whom. */
      withdrawn: z.array(
        z.object({
          organisationId: organisationIdSchema,
          purpose: z.enum(['contact', 'result', 'cohort']),
          withdrawnAt: timestampSchema,
        }),
      ),
    }),
  },
});
