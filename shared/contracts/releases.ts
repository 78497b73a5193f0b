import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { measureSources } from '../domain/benchmark/measure-code.ts';
import { releaseNamesSchema } from '../domain/benchmark/names.ts';
import {
  breakdownSchema,
  populationSchema,
  type ReleaseDocument,
  releaseBlocks,
  releaseSpecSchema,
  releaseStatuses,
  toldReportSchema,
} from '../domain/benchmark/release.ts';
import { verifiabilities } from '../domain/benchmark/verification.ts';
import { anyDocumentSchema, anySpecSchema, releaseKinds } from '../domain/effect/any-release.ts';
import { type EffectDocument, effectPeriodSchema } from '../domain/effect/effect-release.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema, releaseIdSchema, verificationIdSchema } from './identifiers.ts';
import { releaseNumberParams } from './release-files.ts';
import { publishedVerificationSchema, verificationSchema } from './release-verifications.ts';
import { timestampSchema } from './timestamps.ts';

const regionParams = z.strictObject({ organisationId: organisationIdSchema });
const releaseParams = z.strictObject({ organisationId: organisationIdSchema, releaseId: releaseIdSchema });
const nameSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120));

/** What a release is about, as lists say it. */
const aboutSchema = z.object({
  /** That answers are counted of: of the effect of support the earlier and the later. */
  periods: z.array(effectPeriodSchema),
  population: populationSchema,
  /** So many areas that it tells levels of, or changes, and so many other figures. */
  areas: z.int(),
  others: z.int(),
});

export const releaseRowSchema = z.object({
  ...aboutSchema.shape,
  releaseId: releaseIdSchema,
  /** Null until it is published; then counted from one. */
  number: z.nullable(z.int()),
  kind: z.enum(releaseKinds),
  name: localisedTextSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  /** By code: each is compared with that of the same name in other releases. */
  measures: z.array(z.string()),
  isSimulated: z.boolean(),
  status: z.enum(releaseStatuses),
  createdAt: timestampSchema,
  publishedAt: z.nullable(timestampSchema),
  /** Built, and not to be published: something could be worked out from it, alone or beside what there was. */
  isBlocked: z.boolean(),
  /** Whether it was built by the region of whoever asks, who alone may publish it. */
  isOwn: z.boolean(),
});
export type ReleaseRow = z.output<typeof releaseRowSchema>;

/** What can be chosen: measures and breakdowns by code, and periods that have ended. */
export const listReleases = defineEndpoint({
  name: 'listReleases',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/releases',
  summary: 'What is published, what the region is building, and what a new release may count',
  access: 'region',
  permission: 'read-release',
  params: regionParams,
  responses: {
    200: z.object({
      releases: z.array(releaseRowSchema),
      choices: z.object({
        measures: z.array(z.string()),
        breakdowns: z.array(breakdownSchema),
        /** What measures and divisions are called in a release that is begun now. */
        names: releaseNamesSchema,
        /** The first day that has not ended in Swedish time: a period ends before it. */
        today: z.iso.date(),
        hasSimulated: z.boolean(),
      }),
    }),
  },
});

export const buildRelease = defineEndpoint({
  name: 'buildRelease',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/releases',
  summary: 'Begins to build a release; how far it is, its own address tells',
  access: 'region',
  permission: 'build-release',
  params: regionParams,
  body: z.strictObject({
    name: z.strictObject({ sv: nameSchema, en: nameSchema }),
    from: z.iso.date(),
    until: z.iso.date(),
    population: populationSchema,
    measures: releaseSpecSchema.shape.measures,
    breakdowns: releaseSpecSchema.shape.breakdowns,
  }),
  responses: { 201: z.object({ releaseId: releaseIdSchema }) },
});

export const buildEffect = defineEndpoint({
  name: 'buildEffect',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/effects',
  summary:
    'Begins to build a release of what support has gone together with; how far it is, the address of the release tells',
  access: 'region',
  permission: 'build-release',
  params: regionParams,
  body: z.strictObject({
    name: z.strictObject({ sv: nameSchema, en: nameSchema }),
    before: effectPeriodSchema,
    after: effectPeriodSchema,
    population: populationSchema,
  }),
  responses: { 201: z.object({ releaseId: releaseIdSchema }) },
});

export const releaseInProgressSchema = z.object({
  ...releaseRowSchema.shape,
  /** Steps taken of `steps`, while it is built. */
  step: z.int(),
  steps: z.int(),
  /** Nothing has been heard of the building for a while: it was interrupted. */
  isInterrupted: z.boolean(),
  /** What is to be counted, or was. */
  spec: anySpecSchema,
  /** The number of the newest that is published of the same periods and firms. */
  alike: z.nullable(z.int()),
  /**
   * Where it is too near earlier releases: those that count some of the same answers, published or of the regions of whoever
   * asks. Which of them it is too near, the report says as far as it may.
   */
  sharing: z.array(releaseRowSchema),
  report: z.nullable(toldReportSchema),
  blocks: z.array(z.enum(releaseBlocks)),
  /**
   * As it is, or would be, published; null until it is built. Without figures when it is not to be published since it
   * would tell of few firms.
   */
  document: z.nullable(anyDocumentSchema),
  /** Of the document as it is told here. */
  sha256: z.nullable(z.string()),
  /** Whether it can be built again from what it was built from, and each time that was asked for, the newest first. */
  verifiability: z.enum(verifiabilities),
  verifications: z.array(verificationSchema),
});
export type ReleaseInProgress = z.output<typeof releaseInProgressSchema>;

export const getRelease = defineEndpoint({
  name: 'getRelease',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/releases/:releaseId',
  summary: 'One release: how far it is, what is hidden and why, and what it says',
  access: 'region',
  permission: 'read-release',
  params: releaseParams,
  responses: { 200: releaseInProgressSchema },
});

/** How far work in the background has come. */
const progressSchema = z.object({ step: z.int(), steps: z.int(), isInterrupted: z.boolean() });

export const getReleaseProgress = defineEndpoint({
  name: 'getReleaseProgress',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/releases/:releaseId/progress',
  summary: 'How far the building of a release has come, or the building of it again: what is asked for each second',
  access: 'region',
  permission: 'read-release',
  params: releaseParams,
  responses: {
    200: z.object({
      /** Null when it is not being built. */
      building: z.nullable(progressSchema),
      /** Null when it is not being built again. */
      verification: z.nullable(z.object({ ...progressSchema.shape, verificationId: verificationIdSchema })),
    }),
  },
});
export type ReleaseProgress = z.output<(typeof getReleaseProgress)['responses'][200]>;

export const cancelRelease = defineEndpoint({
  name: 'cancelRelease',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/releases/:releaseId/cancellation',
  summary:
    'Stops the building, or drops what was built and not published, while it stands as whoever asks has seen it; how it stands then',
  access: 'region',
  permission: 'build-release',
  params: releaseParams,
  body: z.strictObject({
    /** As it was seen: what has come further since is let be. */
    status: z.enum(['building', 'built']),
  }),
  responses: { 200: z.object({ status: z.enum(releaseStatuses) }) },
});

export const publishRelease = defineEndpoint({
  name: 'publishRelease',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/releases/:releaseId/publication',
  summary: 'Publishes what was built, for good, when nothing can be worked out from it and all earlier releases',
  access: 'region',
  permission: 'build-release',
  params: releaseParams,
  body: z.strictObject({
    /** Of the document that was looked at. */ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  responses: { 200: z.object({ number: z.int(), publishedAt: timestampSchema }) },
});

const publishedRowSchema = z.object({
  ...aboutSchema.shape,
  number: z.int(),
  kind: z.enum(releaseKinds),
  name: localisedTextSchema,
  organisationName: localisedTextSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  isSimulated: z.boolean(),
  publishedAt: timestampSchema,
  /** What it has figures of; nothing of this of the effect of support. */
  tells: z.array(z.enum(measureSources)),
});
export type PublishedReleaseRow = z.output<typeof publishedRowSchema>;

export const listPublishedReleases = defineEndpoint({
  name: 'listPublishedReleases',
  method: 'GET',
  path: '/api/releases',
  summary: 'What the regions have published, the newest first',
  access: 'public',
  responses: { 200: z.object({ releases: z.array(publishedRowSchema) }) },
});

export const publishedReleaseSchema = z.object({
  ...publishedRowSchema.shape,
  document: anyDocumentSchema,
  sha256: z.string(),
  /** Each time it was built again, the newest first. */
  verifications: z.array(publishedVerificationSchema),
});
export type PublishedRelease = z.output<typeof publishedReleaseSchema>;
export type PublishedLevels = Omit<PublishedRelease, 'document'> & { readonly document: ReleaseDocument };
export type PublishedEffect = Omit<PublishedRelease, 'document'> & { readonly document: EffectDocument };

export const getPublishedRelease = defineEndpoint({
  name: 'getPublishedRelease',
  method: 'GET',
  path: '/api/releases/:releaseNumber',
  summary: 'One published release, whole',
  access: 'public',
  params: releaseNumberParams,
  responses: { 200: publishedReleaseSchema },
});
