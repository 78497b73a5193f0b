import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { contactKinds } from '../domain/contact/contact-note.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { contactNoteIdSchema, firmIdSchema, organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const textOf = (longest: number) => storableTextSchema.check(z.trim(), z.maxLength(longest));

export const contactNoteTextSchema = z.strictObject({
  kind: z.enum(contactKinds),
  /** The day it happened. */
  heldOn: z.iso.date(),
  /** Whom one spoke with at the firm. */
  counterpart: textOf(200),
  subject: textOf(200).check(z.minLength(1)),
  body: textOf(4000),
});
export type ContactNoteText = z.infer<typeof contactNoteTextSchema>;

export const contactNoteSchema = z.object({
  contactNoteId: contactNoteIdSchema,
  organisation: localisedTextSchema,
  /** Null where it is not known any more. */
  authorName: z.nullable(z.string()),
  /** Of a simulated firm, by an adviser who is simulated, too, and has no name. */
  isBySimulation: z.boolean(),
  ...contactNoteTextSchema.shape,
  revision: z.int(),
  writtenAt: timestampSchema,
  changedAt: z.nullable(timestampSchema),
  /** What it said before, the oldest first. */
  versions: z.array(z.object({ ...contactNoteTextSchema.shape, replacedAt: timestampSchema })),
  /** What was added to it after its day. */
  corrections: z.array(z.object({ authorName: z.nullable(z.string()), body: z.string(), writtenAt: timestampSchema })),
});
export type ContactNote = z.infer<typeof contactNoteSchema>;

const advisedNoteSchema = z.object({
  ...contactNoteSchema.shape,
  /** Of the organisation for which one reads. */
  isOurs: z.boolean(),
  /** One wrote it, today. */
  mayRewrite: z.boolean(),
});
export type AdvisedNote = z.infer<typeof advisedNoteSchema>;

/** What a firm takes part in at one of the organisations that it has let in. */
const participationSchema = z.object({
  organisation: localisedTextSchema,
  packageCode: wordCodeSchema,
  packageName: localisedTextSchema,
  source: z.enum(['request', 'placement']),
  status: z.string(),
  since: timestampSchema,
});
export type Participation = z.infer<typeof participationSchema>;

export const contactRecordSchema = z.object({
  notes: z.array(advisedNoteSchema),
  /** Whether the firm has agreed that this organisation shares notes with the others that have the same wording. */
  isShared: z.boolean(),
  /** The other organisations whose notes are read here. */
  others: z.array(localisedTextSchema),
  participations: z.array(participationSchema),
});
export type ContactRecord = z.infer<typeof contactRecordSchema>;

const firmParams = z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema });
const noteParams = z.extend(firmParams, { contactNoteId: contactNoteIdSchema });
const ofAdvisor = '/api/advisor/organisations/:organisationId/firms/:firmId/contact-notes';

export const getContactRecord = defineEndpoint({
  name: 'getContactRecord',
  method: 'GET',
  path: ofAdvisor,
  summary: 'What has been written about contacts with the firm; the firm sees that it was read',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: firmParams,
  responses: { 200: contactRecordSchema },
});

export const writeContactNote = defineEndpoint({
  name: 'writeContactNote',
  method: 'POST',
  path: ofAdvisor,
  summary: 'Writes a contact with the firm down, for the firm and those it lets in to read',
  access: 'advisor',
  permission: 'keep-contacts',
  params: firmParams,
  isIdempotencyKeyRequired: true,
  body: contactNoteTextSchema,
  responses: { 200: contactRecordSchema, 201: contactRecordSchema },
});

export const rewriteContactNote = defineEndpoint({
  name: 'rewriteContactNote',
  method: 'PUT',
  path: `${ofAdvisor}/:contactNoteId`,
  summary: 'Writes a note of the same day anew; what it said before stays beside it',
  access: 'advisor',
  permission: 'keep-contacts',
  params: noteParams,
  body: z.strictObject({ revision: z.int().check(z.gte(1)), note: contactNoteTextSchema }),
  responses: { 200: contactRecordSchema },
});

export const correctContactNote = defineEndpoint({
  name: 'correctContactNote',
  method: 'POST',
  path: `${ofAdvisor}/:contactNoteId/corrections`,
  summary: 'Adds a correction to a note',
  access: 'advisor',
  permission: 'keep-contacts',
  params: noteParams,
  isIdempotencyKeyRequired: true,
  body: z.strictObject({ body: textOf(2000).check(z.minLength(1)) }),
  responses: { 201: contactRecordSchema },
});

export const listFirmContactNotes = defineEndpoint({
  name: 'listFirmContactNotes',
  method: 'GET',
  path: '/api/firms/:firmId/contact-notes',
  summary: 'Everything that advisers have written about contacts with the firm',
  access: 'member',
  permission: 'read-contacts',
  params: z.strictObject({ firmId: firmIdSchema }),
  responses: { 200: z.object({ notes: z.array(contactNoteSchema) }) },
});
