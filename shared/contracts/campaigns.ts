import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { campaignStates, longestGraceDays, mostReminders } from '../domain/campaign/campaign-state.ts';
import { type InviteeField, placingDoubts, type RowFault } from '../domain/campaign/invitee-rows.ts';
import { organiserKinds } from '../domain/campaign/region-view.ts';
import { branchSchema, municipalityCodeSchema, sizeClassSchema } from '../domain/firm/firm-profile.ts';
import { formCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { campaignIdSchema, instrumentVersionIdSchema, inviteeIdSchema, organisationIdSchema } from './identifiers.ts';
import { mailInBothSchema } from './mail-previews.ts';
import { columnSchema, contactColumnsSchema, noColumns } from './outreach.ts';
import { tableFileBodyLimit, tableFileSchema, tableShape } from './table-file.ts';
import { timestampSchema } from './timestamps.ts';

const shared = { access: 'advisor', permission: 'run-campaigns' } as const;
const organisationParams = z.strictObject({ organisationId: organisationIdSchema });
const params = z.strictObject({ organisationId: organisationIdSchema, campaignId: campaignIdSchema });

/** In one file, and in one call. */
export const mostInvitees = 10_000;

export const longestName = 80;
export const longestMessage = 600;
const within = (most: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(most));
const both = (most: number) => z.strictObject({ sv: within(most), en: within(most) });

export const campaignDatesSchema = z.strictObject({
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  graceDays: z.int().check(z.gte(0), z.lte(longestGraceDays)),
  reminderDays: z.array(z.iso.date()).check(z.maxLength(mostReminders)),
});

const contentSchema = z.strictObject({
  name: both(longestName),
  /** What the organiser says in the mail, in one paragraph. */
  message: both(longestMessage),
  formCode: wordCodeSchema,
  /** In which version the form is answered. Null: the newest one when the call is opened, from when on it is that. */
  instrumentVersionId: z.nullable(instrumentVersionIdSchema),
  ...campaignDatesSchema.shape,
});
export type CampaignContent = z.infer<typeof contentSchema>;

const countSchema = z.object({ invited: z.int(), begun: z.int(), finished: z.int() });
/** A region is told nothing of how far fewer than five have come: null. */
const toldSchema = z.object({ invited: z.int(), begun: z.nullable(z.int()), finished: z.nullable(z.int()) });
const organiserSchema = z.enum(organiserKinds);

const summarySchema = z.object({
  campaignId: campaignIdSchema,
  /** Its firms are made up. */
  isSimulated: z.boolean(),
  name: localisedTextSchema,
  state: z.enum(campaignStates),
  formCode: formCodeSchema,
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  /** Firms in the call, written to or not. */
  firms: z.int(),
  ...toldSchema.shape,
});
export type CampaignSummary = z.infer<typeof summarySchema>;

const versionSchema = z.object({
  instrumentVersionId: instrumentVersionIdSchema,
  versionNumber: z.int(),
  publishedOn: z.iso.date(),
  forms: z.array(z.object({ code: formCodeSchema, name: localisedTextSchema, minutes: z.int() })),
});
export type CampaignVersion = z.infer<typeof versionSchema>;

export const listCampaigns = defineEndpoint({
  ...shared,
  name: 'listCampaigns',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/campaigns',
  summary: 'Calls of the organisation, the newest first, with how far they have come, and versions that one may be in',
  params: organisationParams,
  responses: {
    200: z.object({
      organiser: organiserSchema,
      /** Two hundred at most, and how many there are. */
      campaigns: z.array(summarySchema),
      count: z.int(),
      /** Those that may be answered, the newest first. */
      versions: z.array(versionSchema),
    }),
  },
});

export const createCampaign = defineEndpoint({
  ...shared,
  name: 'createCampaign',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns',
  summary: 'Makes a draft of a call. Nobody is written to before it is opened',
  params: organisationParams,
  body: contentSchema,
  responses: { 201: z.object({ campaignId: campaignIdSchema }) },
});

const rateGroupSchema = z.object({
  /** Null: several small groups, and firms of which it is not known, counted together. */
  code: z.nullable(z.string()),
  ...countSchema.shape,
});

export const campaignSchema = z.object({
  campaignId: campaignIdSchema,
  organiser: organiserSchema,
  isSimulated: z.boolean(),
  revision: z.int(),
  state: z.enum(campaignStates),
  ...contentSchema.shape,
  formCode: formCodeSchema,
  /** Of the version it is in; of a draft for the newest one, that of when it was saved. */
  versionNumber: z.int(),
  versionPublishedOn: z.iso.date(),
  /** The last day on which anything is taken. */
  lastDay: z.iso.date(),
  openedAt: z.nullable(timestampSchema),
  endedAt: z.nullable(timestampSchema),
  /** From when on firms are invited, which is by day, of a draft if it were opened now; null where none is any more. */
  invitesFrom: z.nullable(timestampSchema),
  firms: z.int(),
  ...toldSchema.shape,
  /** Of those that are in the call. */
  bounced: z.int(),
  undelivered: z.int(),
  optedOut: z.int(),
  /** How many are still to be invited. */
  toInvite: z.int(),
  /** A region has its firms divided by branch alone. */
  rates: z.object({
    county: z.array(rateGroupSchema),
    branch: z.array(rateGroupSchema),
    sizeClass: z.array(rateGroupSchema),
  }),
  /** How many would be reminded if nobody finished until then; null where a region is not told, of fewer than five. */
  foreseen: z.array(z.object({ day: z.iso.date(), firms: z.nullable(z.int()) })),
  /** When the numbers were counted. */
  countedAt: timestampSchema,
});
export type CampaignDocument = z.infer<typeof campaignSchema>;

export const getCampaign = defineEndpoint({
  ...shared,
  name: 'getCampaign',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId',
  summary: 'A call with its response rate as it is now, divided by county, branch and size',
  params,
  responses: { 200: campaignSchema },
});

export const changeCampaign = defineEndpoint({
  ...shared,
  name: 'changeCampaign',
  method: 'PUT',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId',
  summary: 'Changes a draft; of a call that is opened its last day, its grace and the reminders that are to come',
  params,
  body: z.strictObject({ revision: z.int(), ...contentSchema.shape }),
  responses: { 200: campaignSchema },
});

export const openCampaign = defineEndpoint({
  ...shared,
  name: 'openCampaign',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/opening',
  summary: 'Opens a call: its version stands from now on, the chosen one or the newest, and invitations go out by day',
  params,
  body: z.strictObject({ revision: z.int() }),
  responses: { 200: campaignSchema },
});

export const endCampaign = defineEndpoint({
  ...shared,
  name: 'endCampaign',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/end',
  summary: 'Ends a call at once and for good: nobody is written to any more, and nothing more is taken',
  params,
  body: z.strictObject({ revision: z.int() }),
  responses: { 200: campaignSchema },
});

export const removeCampaign = defineEndpoint({
  ...shared,
  name: 'removeCampaign',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/removal',
  summary: 'Removes a draft with the firms in it',
  params,
  responses: { 200: z.object({ isRemoved: z.literal(true) }) },
});

const inviteeColumnsSchema = z.strictObject({
  ...contactColumnsSchema.shape,
  municipality: columnSchema,
  branch: columnSchema,
  sizeClass: columnSchema,
} satisfies Record<InviteeField, unknown>);
export type InviteeColumnChoice = z.infer<typeof inviteeColumnsSchema>;
export const noInviteeColumns: InviteeColumnChoice = {
  ...noColumns,
  municipality: null,
  branch: null,
  sizeClass: null,
};

export const readInviteeFile = defineEndpoint({
  ...shared,
  name: 'readInviteeFile',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/firm-files',
  summary: 'What a file of firms has for columns, and which is likely to be which. Nothing is stored',
  params,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({ file: tableFileSchema }),
  responses: {
    200: z.object({ ...tableShape, guess: inviteeColumnsSchema }),
  },
});

export const rowFaults = [
  'no-firm-name',
  'no-address',
  'faulty-address',
  'faulty-number',
  'personal-number',
  'too-long',
  'faulty-language',
  'twice-in-file',
  'number-twice-in-file',
  'in-campaign',
  'number-in-campaign',
  'opted-out',
  'own-staff',
  'invited-often',
] as const satisfies readonly RowFault[];

/** A row by its number, as it stands in the file. */
const rowShape = { row: z.int(), cells: z.array(z.string()) };

export const inviteeReportSchema = z.object({
  good: z.int(),
  /** Earlier contacts of the organisation, by their address. */
  knownContacts: z.int(),
  /** Firms that let the organisation in already, by their number. */
  lettingIn: z.int(),
  /** The rows that cannot be taken, the first ones where that is too much for a reply; the first row below the headings is 2, as a spreadsheet counts. */
  faulty: z.array(z.object({ ...rowShape, faults: z.array(z.enum(rowFaults)) })),
  faultyCount: z.int(),
  /** The first two hundred of the good rows in which something is not understood, which stays unknown. */
  doubtful: z.array(z.object({ ...rowShape, doubts: z.array(z.enum(placingDoubts)) })),
  doubtfulCount: z.int(),
  stored: z.int(),
});
export type InviteeReport = z.infer<typeof inviteeReportSchema>;

export const importInvitees = defineEndpoint({
  ...shared,
  name: 'importInvitees',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/firm-imports',
  summary: 'Checks a file of firms to invite, and stores it, or its good rows, if that is accepted',
  params,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({
    file: tableFileSchema,
    columns: inviteeColumnsSchema,
    /** `whole-file`: only if nothing is wrong with any row. */
    accepts: z.enum(['nothing', 'whole-file', 'good-rows']),
  }),
  responses: { 200: inviteeReportSchema },
});

export const addContacts = defineEndpoint({
  ...shared,
  name: 'addContacts',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/contact-additions',
  summary: 'Adds earlier contacts of the organisation to a call: all of them, or those that a search finds',
  params,
  body: z.strictObject({ search: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))) }),
  responses: {
    200: z.object({
      added: z.int(),
      /** Or not to be invited: has said no, works for the organiser, or has been invited as often as it may be. */
      alreadyThere: z.int(),
      /** For whom there is no room. */
      leftOut: z.int(),
    }),
  },
});

/**
 * `waiting`: in the call, and no mail has gone to it yet. `undelivered`: the mail did not get through, for a reason that
 * lies elsewhere than with the address. `bounced`: there is no such address.
 */
export const inviteeStates = [
  'waiting',
  'invited',
  'undelivered',
  'begun',
  'finished',
  'bounced',
  'opted-out',
] as const;
export type InviteeState = (typeof inviteeStates)[number];

const inviteeSchema = z.object({
  inviteeId: inviteeIdSchema,
  state: z.enum(inviteeStates),
  firmName: z.string(),
  /** Null once it has said no. */
  email: z.nullable(z.string()),
  organisationNumber: z.nullable(z.string()),
  municipality: z.nullable(municipalityCodeSchema),
  branch: z.nullable(branchSchema),
  sizeClass: z.nullable(sizeClassSchema),
  language: languageSchema,
  invitedAt: z.nullable(timestampSchema),
  remindedAt: z.nullable(timestampSchema),
  begunOn: z.nullable(z.iso.date()),
  finishedOn: z.nullable(z.iso.date()),
  mayBeTakenOut: z.boolean(),
});
export type InviteeDocument = z.infer<typeof inviteeSchema>;

export const listInvitees = defineEndpoint({
  ...shared,
  name: 'listInvitees',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/firms',
  summary:
    'Firms in a call with how far each has come, a hundred at a time by name; a region reads only what became of the mail',
  params,
  query: z.strictObject({
    state: z.optional(z.enum(inviteeStates)),
    search: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    page: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(1000))),
  }),
  responses: { 200: z.object({ firms: z.array(inviteeSchema), count: z.int() }) },
});
export type InviteesDocument = z.infer<(typeof listInvitees.responses)[200]>;

export const resendInvitations = defineEndpoint({
  ...shared,
  name: 'resendInvitations',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/invitation-resendings',
  summary: 'Sends the invitation again, by day, to a firm whose mail did not get through, or to all of them',
  params,
  body: z.strictObject({ inviteeId: z.optional(inviteeIdSchema) }),
  responses: {
    /** To how many firms. */
    200: z.object({ asked: z.int() }),
  },
});

export const removeInvitee = defineEndpoint({
  ...shared,
  name: 'removeInvitee',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/firms/:inviteeId/removal',
  summary: 'Takes a firm out of a call that has not begun, or, for a region, that no mail has reached. Its link ends',
  params: z.strictObject({
    organisationId: organisationIdSchema,
    campaignId: campaignIdSchema,
    inviteeId: inviteeIdSchema,
  }),
  responses: { 200: z.object({ isRemoved: z.literal(true) }) },
});

export const previewCampaignMails = defineEndpoint({
  ...shared,
  name: 'previewCampaignMails',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaign-previews',
  summary: 'The invitation and the reminder of a call as firms get them, in both languages, as it stands on the page',
  params: organisationParams,
  body: z.strictObject({
    name: both(longestName),
    message: both(longestMessage),
    formCode: wordCodeSchema,
    instrumentVersionId: z.nullable(instrumentVersionIdSchema),
    closesOn: z.iso.date(),
  }),
  responses: { 200: z.object({ invitation: mailInBothSchema, reminder: mailInBothSchema }) },
});
export type CampaignPreviews = z.infer<(typeof previewCampaignMails.responses)[200]>;

export const sendTestMail = defineEndpoint({
  ...shared,
  name: 'sendTestMail',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/campaigns/:campaignId/test-mails',
  summary: 'Sends the invitation and the reminder of a call to the own address. Their link opens nothing',
  params,
  body: z.strictObject({ language: languageSchema }),
  responses: { 200: z.object({ recipient: z.string() }) },
});
