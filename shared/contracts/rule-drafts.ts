import * as z from 'zod/mini';
import { ruleChangesSchema } from '../domain/routing/rule-drafting/rule-changes.ts';
import { defineEndpoint } from './endpoint.ts';
import { catalogueVersionIdSchema, ruleDraftIdSchema } from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

const revisionSchema = z.int().check(z.gte(1));
const draftParams = z.strictObject({ ruleDraftId: ruleDraftIdSchema });

export const ruleDraftSchema = z.object({
  ruleDraftId: ruleDraftIdSchema,
  changes: ruleChangesSchema,
  revision: z.int(),
  changedAt: timestampSchema,
  /** Null when whoever it was is no longer there. */
  changedBy: z.nullable(z.string()),
});
export type RuleDraft = z.infer<typeof ruleDraftSchema>;

/** Which version of the catalogue has the rule set in use, and the draft of the next one. */
export const rulesDocumentSchema = z.object({
  catalogueVersionId: catalogueVersionIdSchema,
  versionNumber: z.int(),
  draft: z.nullable(ruleDraftSchema),
});
export type RulesDocument = z.infer<typeof rulesDocumentSchema>;

export const getRules = defineEndpoint({
  name: 'getRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'Which version of the catalogue has the rules in use, and the draft of the next ones',
  access: 'editor',
  permission: 'edit-rules',
  responses: { 200: rulesDocumentSchema },
});

export const createRuleDraft = defineEndpoint({
  name: 'createRuleDraft',
  method: 'POST',
  path: '/api/rules/drafts',
  summary: 'Makes a draft of the rule set, or finds the one that there is',
  access: 'editor',
  permission: 'edit-rules',
  responses: { 201: ruleDraftSchema },
});

/** Somebody else was there meanwhile: nothing was stored, and here is what stands there now. */
export const ruleConflictSchema = z.extend(problemSchema, { ruleDraft: z.optional(ruleDraftSchema) });

export const saveRuleDraft = defineEndpoint({
  name: 'saveRuleDraft',
  method: 'POST',
  path: '/api/rules/drafts/:ruleDraftId/edits',
  summary: 'Stores the draft of the rule set, unless somebody else has stored another meanwhile',
  access: 'editor',
  permission: 'edit-rules',
  params: draftParams,
  body: z.strictObject({ revision: revisionSchema, changes: ruleChangesSchema }),
  responses: { 200: ruleDraftSchema, 409: ruleConflictSchema },
});

export const removeRuleDraft = defineEndpoint({
  name: 'removeRuleDraft',
  method: 'POST',
  path: '/api/rules/drafts/:ruleDraftId/removal',
  summary: 'Throws the draft of the rule set away, unless it has changed since it was looked at',
  access: 'editor',
  permission: 'edit-rules',
  params: draftParams,
  body: z.strictObject({ revision: revisionSchema }),
  responses: { 200: z.object({ isRemoved: z.boolean() }) },
});

/** What keeps the draft from being published, as `shared/domain/routing/rule-drafting/check-rule-changes.ts` finds it. */
const ruleIssueSchema = z.object({ path: z.string(), code: z.string(), about: z.string() });

export const publishRules = defineEndpoint({
  name: 'publishRules',
  method: 'POST',
  path: '/api/rules/drafts/:ruleDraftId/publication',
  summary: 'Publishes the draft of the rule set in a new version of the catalogue, once every check passes',
  access: 'editor',
  permission: 'edit-rules',
  params: draftParams,
  body: z.strictObject({
    revision: revisionSchema,
    /** The version in use that was seen beside the draft. */
    versionNumber: z.int().check(z.gte(1), z.lte(2_147_483_647)),
  }),
  responses: {
    201: z.object({ catalogueVersionId: catalogueVersionIdSchema, versionNumber: z.int() }),
    409: z.extend(problemSchema, { issues: z.optional(z.array(ruleIssueSchema)) }),
  },
});
