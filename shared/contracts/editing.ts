import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { definitionSchema } from '../domain/instrument/definition.ts';
import { draftSchema } from '../domain/instrument/draft/draft.ts';
import { draftEditSchema } from '../domain/instrument/draft/edit.ts';
import { itemMapEntrySchema } from '../domain/instrument/version/comparability.ts';
import { catalogueSchema } from '../domain/routing/catalogue.ts';
import { defineEndpoint } from './endpoint.ts';
import { draftIdSchema, instrumentVersionIdSchema } from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

const fileBodyBytes = 4_000_000;
/** The largest place of the shipped instrument is the head of an area: twice 11 KB with what was seen there. */
const editBodyBytes = 262_144;

const nameSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120));
const draftParams = z.strictObject({ draftId: draftIdSchema });
const versionParams = z.strictObject({ instrumentVersionId: instrumentVersionIdSchema });

/** A fault that keeps a draft from being published, as `shared/domain/instrument/draft/check-draft.ts` finds it. */
export const definitionIssueSchema = z.object({
  file: z.string(),
  path: z.string(),
  code: z.string(),
  reason: z.string(),
  about: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

export const versionSummarySchema = z.object({
  instrumentVersionId: instrumentVersionIdSchema,
  versionNumber: z.int(),
  publishedAt: timestampSchema,
  publishedBy: z.nullable(z.string()),
  followsVersionId: z.nullable(instrumentVersionIdSchema),
  /** SHA-256 of the definition as hexadecimal digits. */
  sha256: z.string(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

export const draftSummarySchema = z.object({
  draftId: draftIdSchema,
  name: z.string(),
  origin: z.enum(['version', 'import', 'shipped']),
  basedOnVersionId: instrumentVersionIdSchema,
  basedOnVersionNumber: z.int(),
  revision: z.int(),
  createdAt: timestampSchema,
  createdBy: z.string(),
  changedAt: timestampSchema,
  changedBy: z.string(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

export const draftDocumentSchema = z.object({
  ...draftSummarySchema.shape,
  content: draftSchema,
  /** What the codes of earlier versions stood for that the version it follows does not have; see `checkChange`. */
  retired: z.record(z.string(), z.string()),
  /** The catalogue in use without its prose: what rules and packages ask about; see `checkStructureChange`. */
  catalogue: catalogueSchema,
});
export type DraftDocument = z.infer<typeof draftDocumentSchema>;

export const versionDocumentSchema = z.object({
  ...versionSummarySchema.shape,
  definition: definitionSchema,
  /** How each item relates to the version this one follows; empty for the first. */
  itemMap: z.array(itemMapEntrySchema),
});
export type VersionDocument = z.infer<typeof versionDocumentSchema>;

export const listVersions = defineEndpoint({
  name: 'listVersions',
  method: 'GET',
  path: '/api/editor/versions',
  summary: 'Published versions, newest first, and drafts',
  access: 'editor',
  permission: 'edit-instrument',
  responses: { 200: z.object({ versions: z.array(versionSummarySchema), drafts: z.array(draftSummarySchema) }) },
});

export const getVersion = defineEndpoint({
  name: 'getVersion',
  method: 'GET',
  path: '/api/editor/versions/:instrumentVersionId',
  summary: 'A published version as a whole; never changes',
  access: 'editor',
  permission: 'edit-instrument',
  params: versionParams,
  responses: { 200: versionDocumentSchema },
});

export const createDraft = defineEndpoint({
  name: 'createDraft',
  method: 'POST',
  path: '/api/editor/drafts',
  summary: 'Makes a draft from a published version, to follow the newest one',
  access: 'editor',
  permission: 'edit-instrument',
  body: z.strictObject({ fromVersionId: instrumentVersionIdSchema, name: nameSchema }),
  responses: { 201: draftSummarySchema },
});

export const importDraft = defineEndpoint({
  name: 'importDraft',
  method: 'POST',
  path: '/api/editor/imports',
  summary: 'Makes a draft from an exported YAML file',
  access: 'editor',
  permission: 'edit-instrument',
  bodyLimit: fileBodyBytes,
  body: z.strictObject({ name: nameSchema, yaml: z.string() }),
  responses: { 201: draftSummarySchema },
});

export const getDraft = defineEndpoint({
  name: 'getDraft',
  method: 'GET',
  path: '/api/editor/drafts/:draftId',
  summary: 'A draft as a whole',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  responses: { 200: draftDocumentSchema },
});

/** Somebody else changed the same place in the meantime: nothing was stored, and here is what stands there now. */
export const draftConflictSchema = z.extend(problemSchema, {
  current: z.optional(z.unknown()),
  changedBy: z.optional(z.string()),
});

export const editDraft = defineEndpoint({
  name: 'editDraft',
  method: 'POST',
  path: '/api/editor/drafts/:draftId/edits',
  summary: 'Changes one place of a draft, unless somebody else has changed that place meanwhile',
  access: 'editor',
  permission: 'edit-instrument',
  bodyLimit: editBodyBytes,
  params: draftParams,
  body: z.strictObject({
    edit: draftEditSchema,
    /** What the editor saw at that place; null when there was nothing. */
    seen: z.unknown(),
  }),
  responses: { 200: draftDocumentSchema, 409: draftConflictSchema },
});

export const rebaseDraft = defineEndpoint({
  name: 'rebaseDraft',
  method: 'POST',
  path: '/api/editor/drafts/:draftId/base',
  summary: 'Lets the draft follow the newest version, whose changes it takes wherever it has made none itself',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  responses: { 200: draftDocumentSchema },
});

export const removeDraft = defineEndpoint({
  name: 'removeDraft',
  method: 'POST',
  path: '/api/editor/drafts/:draftId/removal',
  summary: 'Throws a draft away, unless it has changed since it was looked at',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  body: z.strictObject({ revision: z.int().check(z.gte(1)) }),
  responses: { 200: z.object({ isRemoved: z.boolean() }) },
});

export const publishDraft = defineEndpoint({
  name: 'publishDraft',
  method: 'POST',
  path: '/api/editor/drafts/:draftId/publication',
  summary: 'Publishes the draft as the newest version, once every check passes',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  body: z.strictObject({ revision: z.int().check(z.gte(1)) }),
  responses: {
    201: versionSummarySchema,
    409: z.extend(problemSchema, { issues: z.optional(z.array(definitionIssueSchema)) }),
  },
});

export const exportDraft = defineEndpoint({
  name: 'exportDraft',
  method: 'GET',
  path: '/api/editor/drafts/:draftId/export.yaml',
  summary: 'The draft as a YAML file that can be imported again',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  responses: { 200: z.string() },
});

export const exportVersion = defineEndpoint({
  name: 'exportVersion',
  method: 'GET',
  path: '/api/editor/versions/:instrumentVersionId/export.yaml',
  summary: 'A published version as a YAML file that can be imported again',
  access: 'editor',
  permission: 'edit-instrument',
  params: versionParams,
  responses: { 200: z.string() },
});

export const exportTranslations = defineEndpoint({
  name: 'exportTranslations',
  method: 'GET',
  path: '/api/editor/drafts/:draftId/translations.xlsx',
  summary: 'Every text of the draft in Swedish and English as a workbook for a translator',
  access: 'editor',
  permission: 'edit-instrument',
  params: draftParams,
  responses: { 200: z.unknown() },
});

export const importTranslations = defineEndpoint({
  name: 'importTranslations',
  method: 'POST',
  path: '/api/editor/drafts/:draftId/translations',
  summary: 'Takes the English of a translated workbook into the draft',
  access: 'editor',
  permission: 'edit-instrument',
  bodyLimit: fileBodyBytes,
  params: draftParams,
  body: z.strictObject({ workbookBase64: z.string() }),
  responses: {
    200: z.object({
      draft: draftDocumentSchema,
      changed: z.array(z.string()),
      unknown: z.array(z.string()),
      outdated: z.array(z.string()),
    }),
  },
});
