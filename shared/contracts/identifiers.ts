import * as z from 'zod/mini';

export const responseIdSchema = z.uuid().brand<'ResponseId'>();
export type ResponseId = z.infer<typeof responseIdSchema>;

export const assessmentIdSchema = z.uuid().brand<'AssessmentId'>();
export type AssessmentId = z.infer<typeof assessmentIdSchema>;

export const instrumentVersionIdSchema = z.uuid().brand<'InstrumentVersionId'>();
export type InstrumentVersionId = z.infer<typeof instrumentVersionIdSchema>;

export const catalogueVersionIdSchema = z.uuid().brand<'CatalogueVersionId'>();
export type CatalogueVersionId = z.infer<typeof catalogueVersionIdSchema>;

export const submissionIdSchema = z.uuid().brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof submissionIdSchema>;

export const referralIdSchema = z.uuid().brand<'ReferralId'>();
export type ReferralId = z.infer<typeof referralIdSchema>;

/** Identifies one browser tab's outbox, so that a repeated save is recognised. */
export const clientIdSchema = z.uuid();

/** 32 random bytes as base64url; whoever holds it may continue the response. */
export const accessKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
