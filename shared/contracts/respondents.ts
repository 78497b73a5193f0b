import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { dimensionCodeSchema, formCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema } from '../domain/language.ts';
import { respondentRoleSchema } from '../domain/respondents/respondent-role.ts';
import { respondentStates } from '../domain/respondents/respondent-state.ts';
import { longestLabel, mostRespondents } from '../domain/respondents/together.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  accessKeySchema,
  instrumentVersionIdSchema,
  respondentIdSchema,
  respondentLinkIdSchema,
  responseIdSchema,
} from './identifiers.ts';
import { emailSchema } from './people.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const labelSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longestLabel));
const partSchema = z.array(dimensionCodeSchema).check(z.minLength(1), z.maxLength(40));

export const respondentSchema = z.object({
  respondentId: respondentIdSchema,
  /** What the firm calls them; null for who came by the link without being called anything. */
  label: z.nullable(z.string()),
  email: z.nullable(z.string()),
  role: respondentRoleSchema,
  /** Of what they were invited by. */
  language: languageSchema,
  /** The dimensions they are asked about, in the order of the form. */
  part: z.array(dimensionCodeSchema),
  cameByLink: z.boolean(),
  state: z.enum(respondentStates),
  /** Questions of their part that they have answered, of those asked. What they answered is told to nobody. */
  answered: z.int(),
  asked: z.int(),
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  doneAt: z.nullable(timestampSchema),
  remindedAt: z.nullable(timestampSchema),
  /** Invited by mail, not done, and not reminded before. */
  canBeReminded: z.boolean(),
  /** Not opened yet by what was handed over; or invited by mail, and the time for coming in is over. */
  canBeRenewed: z.boolean(),
});
export type Respondent = z.infer<typeof respondentSchema>;

export const respondentLinkSchema = z.object({
  respondentLinkId: respondentLinkIdSchema,
  opened: z.int(),
  mostRespondents: z.int(),
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  state: z.enum(['active', 'expired', 'taken-back']),
});

/** Who answers beside the one who leads, and how far each of them is. */
export const respondentsSchema = z.object({
  /** The role of whoever leads, whose answers count with the others'. */
  leadRole: respondentRoleSchema,
  respondents: z.array(respondentSchema),
  links: z.array(respondentLinkSchema),
  /** All areas of the form, which parts are chosen from. */
  dimensions: z.array(dimensionCodeSchema),
  mostRespondents: z.int(),
  isOpen: z.boolean(),
  /** Whether the site can send an invitation by mail for whoever asks. */
  canMail: z.boolean(),
});
export type Respondents = z.infer<typeof respondentsSchema>;

const respondentParamsSchema = z.strictObject({ responseId: responseIdSchema, respondentId: respondentIdSchema });
/** The secret address, told here and never again; null where it goes by mail alone. */
const madeSchema = z.object({ url: z.nullable(z.string()), respondents: respondentsSchema });

export const listRespondents = defineEndpoint({
  name: 'listRespondents',
  method: 'GET',
  path: '/api/responses/:responseId/respondents',
  summary: 'Who else answers, each their part, and how far they are',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: respondentsSchema },
});

export const inviteRespondent = defineEndpoint({
  name: 'inviteRespondent',
  method: 'POST',
  path: '/api/responses/:responseId/respondents',
  summary: 'Invites one colleague to answer a part, by mail or by a link to hand over',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({
    label: labelSchema,
    role: respondentRoleSchema,
    part: partSchema,
    language: languageSchema,
    email: z.optional(emailSchema),
  }),
  responses: { 201: madeSchema },
});

export const changeRespondent = defineEndpoint({
  name: 'changeRespondent',
  method: 'PUT',
  path: '/api/responses/:responseId/respondents/:respondentId',
  summary: 'Changes what a respondent is called, and which part they are asked',
  access: 'respondent',
  params: respondentParamsSchema,
  body: z.strictObject({ label: labelSchema, role: respondentRoleSchema, part: partSchema }),
  responses: { 200: respondentsSchema },
});

export const takeRespondentBack = defineEndpoint({
  name: 'takeRespondentBack',
  method: 'POST',
  path: '/api/responses/:responseId/respondents/:respondentId/taking-back',
  summary: 'Ends the invitation of a respondent; what they answered is not counted',
  access: 'respondent',
  params: respondentParamsSchema,
  responses: { 200: respondentsSchema },
});

export const renewRespondent = defineEndpoint({
  name: 'renewRespondent',
  method: 'POST',
  path: '/api/responses/:responseId/respondents/:respondentId/renewal',
  summary: 'Gives a respondent a new way in for thirty days, as they were invited; the one before ends',
  access: 'respondent',
  params: respondentParamsSchema,
  responses: { 201: madeSchema },
});

export const remindRespondent = defineEndpoint({
  name: 'remindRespondent',
  method: 'POST',
  path: '/api/responses/:responseId/respondents/:respondentId/reminder',
  summary: 'Reminds a respondent by mail, once, who was invited by mail and is not done',
  access: 'respondent',
  params: respondentParamsSchema,
  responses: { 200: respondentsSchema },
});

export const chooseLeadRole = defineEndpoint({
  name: 'chooseLeadRole',
  method: 'PUT',
  path: '/api/responses/:responseId/lead-role',
  summary: 'Says which role whoever leads the answering has',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ role: respondentRoleSchema }),
  responses: { 200: respondentsSchema },
});

export const createRespondentLink = defineEndpoint({
  name: 'createRespondentLink',
  method: 'POST',
  path: '/api/responses/:responseId/respondent-links',
  summary: 'Makes a link by which several colleagues come in, each saying which role they have',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ mostRespondents: z.int().check(z.gte(1), z.lte(mostRespondents)), language: languageSchema }),
  responses: { 201: madeSchema },
});

export const takeRespondentLinkBack = defineEndpoint({
  name: 'takeRespondentLinkBack',
  method: 'POST',
  path: '/api/responses/:responseId/respondent-links/:respondentLinkId/taking-back',
  summary: 'Lets nobody more in by the link; whoever is in goes on',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, respondentLinkId: respondentLinkIdSchema }),
  responses: { 200: respondentsSchema },
});

/** What stands on the first page of an invitation, before anything is answered. */
export const respondentInvitationSchema = z.object({
  kind: z.enum(['invitation', 'link']),
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  /** Null for a link: whoever opens it says so. */
  role: z.nullable(respondentRoleSchema),
  instrumentVersionId: instrumentVersionIdSchema,
  formCode: formCodeSchema,
  /** The part of each role that may be chosen. */
  parts: z.array(z.object({ role: respondentRoleSchema, part: z.array(dimensionCodeSchema), questions: z.int() })),
  language: languageSchema,
  isOpen: z.boolean(),
});
export type RespondentInvitation = z.infer<typeof respondentInvitationSchema>;

export const previewRespondent = defineEndpoint({
  name: 'previewRespondent',
  method: 'POST',
  path: '/api/respondent-invitations/preview',
  summary: 'Which firm asks, and what, for whoever has the secret of an invitation or a link; nothing is opened',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: { 200: respondentInvitationSchema },
});

export const openRespondent = defineEndpoint({
  name: 'openRespondent',
  method: 'POST',
  path: '/api/respondent-invitations',
  summary: 'Opens the answers of a respondent in this browser, or those there are',
  access: 'public',
  body: z.strictObject({
    key: accessKeySchema,
    /** Asked of whoever comes by a link. */
    role: z.optional(respondentRoleSchema),
    /**
     * My answer may count for the firm also where fewer than three besides the one who leads have answered a question.
     * Whoever opens an invitation again keeps what they have said.
     */
    countsAlone: z.boolean(),
    language: languageSchema,
  }),
  responses: { 201: z.object({ responseId: responseIdSchema }) },
});

export const markRespondentDone = defineEndpoint({
  name: 'markRespondentDone',
  method: 'PUT',
  path: '/api/responses/:responseId/respondent/done',
  summary:
    'Says that one has answered what one could, or takes that back; answers may be changed until the firm submits',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ isDone: z.boolean() }),
  responses: { 200: z.object({ doneAt: z.nullable(timestampSchema) }) },
});

export const chooseCountsAlone = defineEndpoint({
  name: 'chooseCountsAlone',
  method: 'PUT',
  path: '/api/responses/:responseId/respondent/counts-alone',
  summary:
    'Says whether one’s answer may count for the firm also where fewer than three others have answered a question',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ countsAlone: z.boolean() }),
  responses: { 200: z.object({ countsAlone: z.boolean() }) },
});
