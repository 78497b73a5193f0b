import * as z from 'zod/mini';

export const responseIdSchema = z.uuid().brand<'ResponseId'>();

export const instrumentVersionIdSchema = z.uuid().brand<'InstrumentVersionId'>();

export const draftIdSchema = z.uuid().brand<'DraftId'>();

export const catalogueVersionIdSchema = z.uuid().brand<'CatalogueVersionId'>();

export const submissionIdSchema = z.uuid().brand<'SubmissionId'>();

export const referralIdSchema = z.uuid().brand<'ReferralId'>();

/** Identifies one browser tab's outbox, so that a repeated save is recognised. */
export const clientIdSchema = z.uuid();

/** 32 random bytes as base64url; whoever holds it may continue the response. */
export const accessKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
