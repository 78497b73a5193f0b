import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { structureSchema, textsSchema } from '../domain/instrument/definition.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { catalogueSchema } from '../domain/routing/catalogue.ts';
import { packageDraftSchema } from '../domain/routing/drafting/package-draft.ts';
import { packageSchema } from '../domain/routing/package.ts';
import { defineEndpoint } from './endpoint.ts';
import { catalogueVersionIdSchema, organisationIdSchema, packageDraftIdSchema } from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

const nameSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120));
const revisionSchema = z.int().check(z.gte(1));
const draftParams = z.strictObject({ packageDraftId: packageDraftIdSchema });
/** The longest package has some thirty texts of 2,000 characters. */
const packageBodyBytes = 262_144;

/** An organisation by which the signed-in person edits packages. */
export const editingOrganisationSchema = z.object({
  organisationId: organisationIdSchema,
  kind: z.enum(['provider', 'coordination']),
  code: wordCodeSchema,
  name: localisedTextSchema,
});
export type EditingOrganisation = z.infer<typeof editingOrganisationSchema>;

export const packageDraftSummarySchema = z.object({
  packageDraftId: packageDraftIdSchema,
  organisationId: organisationIdSchema,
  packageCode: wordCodeSchema,
  revision: z.int(),
  changedAt: timestampSchema,
  /** Null when whoever it was is no longer there. */
  changedBy: z.nullable(z.string()),
});

/** The catalogue in use with what its packages are checked and described by. */
export const catalogueDocumentSchema = z.object({
  catalogueVersionId: catalogueVersionIdSchema,
  versionNumber: z.int(),
  catalogue: catalogueSchema,
  structure: structureSchema,
  /** Of the instrument, those that conditions are described with. */
  texts: z.object({ sv: textsSchema, en: textsSchema }),
  supportForms: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  organisations: z.array(editingOrganisationSchema),
  drafts: z.array(z.object({ ...packageDraftSummarySchema.shape, content: packageDraftSchema })),
});
export type CatalogueDocument = z.infer<typeof catalogueDocumentSchema>;

export const getCatalogue = defineEndpoint({
  name: 'getCatalogue',
  method: 'GET',
  path: '/api/catalogue',
  summary: 'The catalogue in use, and the drafts of the own organisations',
  access: 'catalogue',
  permission: 'edit-packages',
  responses: { 200: catalogueDocumentSchema },
});

export const packageDraftDocumentSchema = z.object({
  ...packageDraftSummarySchema.shape,
  content: packageDraftSchema,
  /** The text that the draft began with; null for a new package. */
  base: z.nullable(packageSchema),
  /** The text in use, which is another one when somebody has published meanwhile; null when there is none. */
  current: z.nullable(packageSchema),
  /** The version of the catalogue in use. */
  versionNumber: z.int(),
  /** Whoever published the text in use. */
  currentBy: z.nullable(localisedTextSchema),
});
export type PackageDraftDocument = z.infer<typeof packageDraftDocumentSchema>;

export const createPackageDraft = defineEndpoint({
  name: 'createPackageDraft',
  method: 'POST',
  path: '/api/catalogue/organisations/:organisationId/drafts',
  summary: 'Makes a draft of a new package, which has a name and nothing else',
  access: 'catalogue',
  permission: 'edit-packages',
  params: z.strictObject({ organisationId: organisationIdSchema }),
  body: z.strictObject({ name: z.strictObject({ sv: nameSchema, en: nameSchema }) }),
  responses: { 201: packageDraftSummarySchema },
});

export const changePackage = defineEndpoint({
  name: 'changePackage',
  method: 'POST',
  path: '/api/catalogue/organisations/:organisationId/packages/:packageCode/drafts',
  summary: 'Makes a draft of a package in use, or finds the one that the organisation has already',
  access: 'catalogue',
  permission: 'edit-packages',
  params: z.strictObject({ organisationId: organisationIdSchema, packageCode: wordCodeSchema }),
  responses: { 201: packageDraftSummarySchema },
});

export const getPackageDraft = defineEndpoint({
  name: 'getPackageDraft',
  method: 'GET',
  path: '/api/catalogue/drafts/:packageDraftId',
  summary: 'A draft of a package, with the text that it began with and the one in use',
  access: 'catalogue',
  permission: 'edit-packages',
  params: draftParams,
  responses: { 200: packageDraftDocumentSchema },
});

/** Somebody else was there meanwhile: nothing was stored, and here is what stands there now. */
export const packageConflictSchema = z.extend(problemSchema, { draft: z.optional(packageDraftDocumentSchema) });

export const savePackageDraft = defineEndpoint({
  name: 'savePackageDraft',
  method: 'POST',
  path: '/api/catalogue/drafts/:packageDraftId/edits',
  summary: 'Stores a draft of a package, unless somebody else has stored another meanwhile',
  access: 'catalogue',
  permission: 'edit-packages',
  bodyLimit: packageBodyBytes,
  params: draftParams,
  body: z.strictObject({
    /** The draft that was seen. */
    revision: revisionSchema,
    content: packageDraftSchema,
    /** True when what is in use now was seen too, and the draft is to be published over it. */
    followsNewest: z.boolean(),
    /** The version of the catalogue that was seen. */
    versionNumber: z.int().check(z.gte(1)),
  }),
  responses: { 200: packageDraftDocumentSchema, 409: packageConflictSchema },
});

export const removePackageDraft = defineEndpoint({
  name: 'removePackageDraft',
  method: 'POST',
  path: '/api/catalogue/drafts/:packageDraftId/removal',
  summary: 'Throws a draft of a package away, unless it has changed since it was looked at',
  access: 'catalogue',
  permission: 'edit-packages',
  params: draftParams,
  body: z.strictObject({ revision: revisionSchema }),
  responses: { 200: z.object({ isRemoved: z.boolean() }) },
});

/** What keeps a draft from being published, as `shared/domain/routing/drafting/check-package-draft.ts` finds it. */
export const packageIssueSchema = z.object({ field: z.string(), code: z.string(), about: z.string() });

export const publishPackage = defineEndpoint({
  name: 'publishPackage',
  method: 'POST',
  path: '/api/catalogue/drafts/:packageDraftId/publication',
  summary: 'Publishes the draft in a new version of the catalogue, once every check passes',
  access: 'catalogue',
  permission: 'edit-packages',
  params: draftParams,
  body: z.strictObject({
    revision: revisionSchema,
    /** Whoever publishes says that the others who give the package have been asked; needed where there are any. */
    othersAsked: z._default(z.boolean(), false),
  }),
  responses: {
    201: z.object({
      catalogueVersionId: catalogueVersionIdSchema,
      versionNumber: z.int(),
      packageCode: wordCodeSchema,
    }),
    409: z.extend(packageConflictSchema, { issues: z.optional(z.array(packageIssueSchema)) }),
  },
});

export const packageChangeKinds = ['added', 'changed', 'taken-out', 'brought-back', 'removed'] as const;

export const packageHistorySchema = z.object({
  changes: z.array(
    z.object({
      versionNumber: z.int(),
      publishedAt: timestampSchema,
      kind: z.enum(packageChangeKinds),
      /** Null when it came with a release. */
      organisation: z.nullable(localisedTextSchema),
      person: z.nullable(z.string()),
      /** Whoever published said that the others who give the package had been asked. */
      othersAsked: z.boolean(),
      before: z.nullable(packageSchema),
      after: z.nullable(packageSchema),
    }),
  ),
  /** Whether there is more, before the last of these. */
  hasMore: z.boolean(),
});
export type PackageHistory = z.infer<typeof packageHistorySchema>;

export const getPackageHistory = defineEndpoint({
  name: 'getPackageHistory',
  method: 'GET',
  path: '/api/catalogue/packages/:packageCode/history',
  summary: 'What has become of a package, twenty changes at a time, newest first: who, when and from what to what',
  access: 'catalogue',
  permission: 'edit-packages',
  params: z.strictObject({ packageCode: wordCodeSchema }),
  /** The version from before which to go on. */
  query: z.strictObject({ before: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(2_147_483_647))) }),
  responses: { 200: packageHistorySchema },
});
