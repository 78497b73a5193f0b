import * as z from 'zod/mini';

export const responseIdSchema = z.uuid().brand<'ResponseId'>();

export const instrumentVersionIdSchema = z.uuid().brand<'InstrumentVersionId'>();

export const draftIdSchema = z.uuid().brand<'DraftId'>();

export const packageDraftIdSchema = z.uuid().brand<'PackageDraftId'>();

export const ruleDraftIdSchema = z.uuid().brand<'RuleDraftId'>();

export const whatIfRunIdSchema = z.uuid().brand<'WhatIfRunId'>();

export const catalogueVersionIdSchema = z.uuid().brand<'CatalogueVersionId'>();

export const submissionIdSchema = z.uuid().brand<'SubmissionId'>();

export const reviewIdSchema = z.uuid().brand<'ReviewId'>();

export const resultLinkIdSchema = z.uuid().brand<'ResultLinkId'>();

export const referralIdSchema = z.uuid().brand<'ReferralId'>();

export const editionIdSchema = z.uuid().brand<'EditionId'>();

export const placementIdSchema = z.uuid().brand<'PlacementId'>();

/** Identifies one browser tab's outbox, so that a repeated save is recognised. */
export const clientIdSchema = z.uuid();

/** 32 random bytes as base64url; whoever holds it may continue the response. */
export const accessKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const personIdSchema = z.uuid().brand<'PersonId'>();

export const sessionIdSchema = z.uuid().brand<'SessionId'>();

export const firmIdSchema = z.uuid().brand<'FirmId'>();

export const organisationIdSchema = z.uuid().brand<'OrganisationId'>();

export const membershipIdSchema = z.uuid().brand<'MembershipId'>();

export const invitationIdSchema = z.uuid().brand<'InvitationId'>();

export const consentIdSchema = z.uuid().brand<'ConsentId'>();

export const erasureRequestIdSchema = z.uuid().brand<'ErasureRequestId'>();

export const webhookIdSchema = z.uuid().brand<'WebhookId'>();

export const webhookDeliveryIdSchema = z.uuid().brand<'WebhookDeliveryId'>();

export const planIdSchema = z.uuid().brand<'PlanId'>();
export const populationIdSchema = z.uuid().brand<'PopulationId'>();
export const releaseIdSchema = z.uuid().brand<'ReleaseId'>();
export const verificationIdSchema = z.uuid().brand<'VerificationId'>();
export const activityIdSchema = z.uuid().brand<'ActivityId'>();
export const indexValueIdSchema = z.uuid().brand<'IndexValueId'>();
export const contactIdSchema = z.uuid().brand<'ContactId'>();

export const campaignIdSchema = z.uuid().brand<'CampaignId'>();

/** One firm invited to one call. */
export const inviteeIdSchema = z.uuid().brand<'InviteeId'>();

export const contactNoteIdSchema = z.uuid().brand<'ContactNoteId'>();

export const meetingIdSchema = z.uuid().brand<'MeetingId'>();

export const meetingFileIdSchema = z.uuid().brand<'MeetingFileId'>();

export const respondentIdSchema = z.uuid().brand<'RespondentId'>();

export const respondentLinkIdSchema = z.uuid().brand<'RespondentLinkId'>();
