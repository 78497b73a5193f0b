import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
import type { ContactField } from '../domain/outreach/contact-rows.ts';
import { reminderOutcomes } from '../domain/outreach/reminders.ts';
import { defineEndpoint } from './endpoint.ts';
import { contactIdSchema, firmIdSchema, organisationIdSchema } from './identifiers.ts';
import { mailInBothSchema } from './mail-previews.ts';
import { tableFileBodyLimit, tableFileSchema, tableShape } from './table-file.ts';
import { timestampSchema } from './timestamps.ts';

const params = z.strictObject({ organisationId: organisationIdSchema });
const shared = { access: 'advisor', permission: 'handle-referrals' } as const;

/** Of six columns they take less than half of what a file may. */
export const mostContacts = 5000;

/** Which column of a file holds a field; null where none does. */
export const columnSchema = z.nullable(z.int().check(z.gte(0), z.lte(200)));
export const contactColumnsSchema = z.strictObject({
  firmName: columnSchema,
  email: columnSchema,
  organisationNumber: columnSchema,
  contactName: columnSchema,
  telephone: columnSchema,
  language: columnSchema,
} satisfies Record<ContactField, unknown>);
export type ColumnChoice = z.infer<typeof contactColumnsSchema>;
export const noColumns: ColumnChoice = {
  firmName: null,
  email: null,
  organisationNumber: null,
  contactName: null,
  telephone: null,
  language: null,
};

export const readContactFile = defineEndpoint({
  ...shared,
  name: 'readContactFile',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/contact-files',
  summary: 'What a file of earlier contacts has for columns, and which is likely to be which. Nothing is stored',
  params,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({ file: tableFileSchema }),
  responses: {
    200: z.object({ ...tableShape, guess: contactColumnsSchema }),
  },
});

export const contactRowFaults = [
  'no-firm-name',
  'no-address',
  'faulty-address',
  'faulty-number',
  'personal-number',
  'too-long',
  'faulty-language',
  'twice-in-file',
  'opted-out',
] as const;
export type ContactRowFault = (typeof contactRowFaults)[number];

export const importContacts = defineEndpoint({
  ...shared,
  name: 'importContacts',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/contact-imports',
  summary: 'Checks a file of earlier contacts, and stores it, or its good rows, if that is accepted',
  params,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({
    file: tableFileSchema,
    columns: contactColumnsSchema,
    /** `whole-file`: only if nothing is wrong with any row. */
    accepts: z.enum(['nothing', 'whole-file', 'good-rows']),
  }),
  responses: {
    200: z.object({
      good: z.int(),
      /** There already: they are brought up to date. */
      known: z.int(),
      /** Firms that let the organisation in already, by their number. */
      lettingIn: z.int(),
      /** The first two hundred rows that cannot be taken; the first row below the headings is 2, as a spreadsheet counts. */
      faulty: z.array(z.object({ row: z.int(), faults: z.array(z.enum(contactRowFaults)) })),
      faultyCount: z.int(),
      stored: z.int(),
    }),
  },
});
export type ImportReport = z.infer<(typeof importContacts.responses)[200]>;

export const contactSchema = z.object({
  contactId: contactIdSchema,
  firmName: z.string(),
  email: z.string(),
  organisationNumber: z.nullable(z.string()),
  contactName: z.nullable(z.string()),
  telephone: z.nullable(z.string()),
  /** In which it is written to. */
  language: languageSchema,
  importedAt: timestampSchema,
  invitedAt: z.nullable(timestampSchema),
  /** The firm with the number lets the organisation in. */
  isLettingIn: z.boolean(),
});
export type ContactDocument = z.infer<typeof contactSchema>;

export const listContacts = defineEndpoint({
  ...shared,
  name: 'listContacts',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/contacts',
  summary: 'Earlier contacts of the organisation, a hundred at a time by name',
  params,
  query: z.strictObject({
    search: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    page: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(1000))),
  }),
  responses: { 200: z.object({ contacts: z.array(contactSchema), count: z.int() }) },
});

export const removeContact = defineEndpoint({
  ...shared,
  name: 'removeContact',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/contacts/:contactId/removal',
  summary: 'Removes an earlier contact',
  params: z.strictObject({ organisationId: organisationIdSchema, contactId: contactIdSchema }),
  responses: { 200: z.object({ isRemoved: z.literal(true) }) },
});

const mostAtOnce = 100;

export const inviteContacts = defineEndpoint({
  ...shared,
  name: 'inviteContacts',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/contact-invitations',
  summary: 'Invites earlier contacts by mail to their first round, never twice within sixty days',
  params,
  body: z.strictObject({
    contactIds: z.array(contactIdSchema).check(z.minLength(1), z.maxLength(mostAtOnce)),
    /** Of the mail to each of them, and from then on of the contact; left out, each is written to in its own. */
    language: z.optional(languageSchema),
  }),
  responses: {
    200: z.object({
      results: z.array(
        z.object({ contactId: contactIdSchema, outcome: z.enum(['done', 'not-found', 'invited-lately', 'opted-out']) }),
      ),
    }),
  },
});
export type InvitationOutcome = z.infer<(typeof inviteContacts.responses)[200]>['results'][number]['outcome'];

const remindersBody = z.strictObject({ firmIds: z.array(firmIdSchema).check(z.minLength(1), z.maxLength(mostAtOnce)) });
const remindersReply = z.object({
  results: z.array(z.object({ firmId: firmIdSchema, outcome: z.enum(reminderOutcomes) })),
});

export const foreseeReminders = defineEndpoint({
  ...shared,
  name: 'foreseeReminders',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/round-reminder-forecasts',
  summary: 'What reminding these firms would come to, each in a word. Nobody is written to',
  params,
  body: remindersBody,
  responses: { 200: remindersReply },
});

export const remindFirms = defineEndpoint({
  ...shared,
  name: 'remindFirms',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/round-reminders',
  summary: 'Reminds the owners of firms whose next round is due, once in thirty days',
  params,
  body: remindersBody,
  responses: { 200: remindersReply },
});

export const previewOutreach = defineEndpoint({
  ...shared,
  name: 'previewOutreach',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/outreach-previews',
  summary: 'The mails as firms get them, in both languages',
  params,
  responses: {
    200: z.object({
      reminder: mailInBothSchema,
      invitation: mailInBothSchema,
    }),
  },
});
export type OutreachPreviews = z.infer<(typeof previewOutreach.responses)[200]>;

/** The same answer for every code: whoever clicks is done. */
export const optOutOfContact = defineEndpoint({
  name: 'optOutOfContact',
  method: 'POST',
  path: '/api/contact-opt-outs',
  summary: 'Says no to further mail from the provider that a code came from',
  access: 'public',
  body: z.strictObject({ code: z.uuid() }),
  responses: { 200: z.object({ isNoted: z.literal(true) }) },
});
