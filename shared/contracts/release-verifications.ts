import * as z from 'zod/mini';
import { verificationStatuses } from '../domain/benchmark/verification.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema, releaseIdSchema, verificationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

/** One time that a published release was built again. */
export const verificationSchema = z.object({
  verificationId: verificationIdSchema,
  organisationName: localisedTextSchema,
  /** Whether the region of whoever asks began it, who alone may stop it. */
  isOwn: z.boolean(),
  status: z.enum(verificationStatuses),
  step: z.int(),
  steps: z.int(),
  isInterrupted: z.boolean(),
  /** Version of the product and of its solver, where something came of it. */
  program: z.nullable(z.string()),
  createdAt: timestampSchema,
  endedAt: z.nullable(timestampSchema),
});
export type Verification = z.output<typeof verificationSchema>;

/** What everybody is told of it: only of those that something came of. */
export const publishedVerificationSchema = z.object({
  organisationName: localisedTextSchema,
  isSame: z.boolean(),
  program: z.string(),
  endedAt: timestampSchema,
});
export type PublishedVerification = z.output<typeof publishedVerificationSchema>;

export const verifyRelease = defineEndpoint({
  name: 'verifyRelease',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/releases/:releaseId/verifications',
  summary: 'Begins to build a published release again from what it was built from; the release tells what comes of it',
  access: 'region',
  permission: 'build-release',
  params: z.strictObject({ organisationId: organisationIdSchema, releaseId: releaseIdSchema }),
  responses: { 201: z.object({ verificationId: verificationIdSchema }) },
});

export const cancelVerification = defineEndpoint({
  name: 'cancelVerification',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/releases/:releaseId/verifications/:verificationId/cancellation',
  summary: 'Stops building a published release again',
  access: 'region',
  permission: 'build-release',
  params: z.strictObject({
    organisationId: organisationIdSchema,
    releaseId: releaseIdSchema,
    verificationId: verificationIdSchema,
  }),
  responses: { 200: z.object({ status: z.enum(verificationStatuses) }) },
});
