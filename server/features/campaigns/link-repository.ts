import SQL from '@nearform/sql';
import * as z from 'zod';
import { organiserKinds } from '#shared/domain/campaign/region-view.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const invitationRowSchema = z.object({
  inviteeId: z.uuid(),
  organiserName: localisedTextSchema,
  organiserKind: z.enum(organiserKinds),
  name: localisedTextSchema,
  formCode: z.string(),
  instrumentVersionId: z.uuid(),
  opensOn: z.string(),
  closesOn: z.string(),
  graceDays: z.int(),
  isEnded: z.boolean(),
  language: languageSchema,
  firmName: z.string(),
  organisationNumber: z.string().nullable(),
  municipality: z.string().nullable(),
  branch: z.string().nullable(),
  sizeClass: z.string().nullable(),
  optOutCode: z.uuid(),
  begunAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  isClaimed: z.boolean(),
  isBound: z.boolean(),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

/** What the personal key leads to. */
export async function findInvitation(tx: Transaction, keySha256: Buffer): Promise<InvitationRow | undefined> {
  return maybeOne(
    tx,
    invitationRowSchema,
    SQL`select invitee_id as "inviteeId", organiser_name as "organiserName", campaign_name as name,
        form_code as "formCode", instrument_version_id as "instrumentVersionId", opens_on::text as "opensOn",
        closes_on::text as "closesOn", grace_days as "graceDays", is_ended as "isEnded", language,
        firm_name as "firmName", organisation_number as "organisationNumber", municipality, branch,
        size_class as "sizeClass", opt_out_id as "optOutCode", begun_at as "begunAt", finished_at as "finishedAt",
        is_claimed as "isClaimed", organiser_kind_of_key(${keySha256}) as "organiserKind",
        is_bound_by_key(${keySha256}) as "isBound"
      from read_campaign_key(${keySha256})`,
  );
}

const outcomeSchema = z.enum(['done', 'not-found', 'closed', 'begun-already']);
export type BeginOutcome = z.infer<typeof outcomeSchema>;

/** Says that what the presented access key opens answers the call; in a word what came of it. */
export async function beginAssessment(tx: Transaction, keySha256: Buffer, now: Date): Promise<BeginOutcome> {
  const { outcome } = await one(
    tx,
    z.object({ outcome: outcomeSchema }),
    SQL`select begin_campaign_assessment(${keySha256}, ${now}) as outcome`,
  );
  return outcome;
}

/** The same of a response of the person of the session. */
export async function beginAssessmentInFirm(
  tx: Transaction,
  { keySha256, responseId }: { keySha256: Buffer; responseId: string },
  now: Date,
): Promise<BeginOutcome> {
  const { outcome } = await one(
    tx,
    z.object({ outcome: outcomeSchema }),
    SQL`select begin_campaign_in_firm(${keySha256}, ${responseId}, ${now}) as outcome`,
  );
  return outcome;
}

/** The response that was begun by the link, now also with a browser key of its own. */
export async function insertKeyFromCampaign(
  tx: Transaction,
  key: { campaignKeySha256: Buffer; accessKeyId: string; keySha256: Buffer; expiresAt: Date },
): Promise<string | undefined> {
  const { responseId } = await one(
    tx,
    z.object({ responseId: z.uuid().nullable() }),
    SQL`select redeem_campaign_key(${key.campaignKeySha256}, ${key.accessKeyId}, ${key.keySha256}, ${key.expiresAt})
      as "responseId"`,
  );
  return responseId ?? undefined;
}

/** False when the response is not the one that is opened, answers no call, or one that still takes it. */
export async function updateToLeft(tx: Transaction, responseId: string, now: Date): Promise<boolean> {
  const { hasLeft } = await one(
    tx,
    z.object({ hasLeft: z.boolean() }),
    SQL`select case when exists (select 1 from responses where response_id = ${responseId})
      then leave_campaign(${now}) else false end as "hasLeft"`,
  );
  return hasLeft;
}
