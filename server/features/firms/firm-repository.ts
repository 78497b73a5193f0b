import SQL from '@nearform/sql';
import * as z from 'zod';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';

const firmRowSchema = z.object({
  firmId: z.uuid(),
  name: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  isSimulated: z.boolean(),
});
export type FirmRow = z.infer<typeof firmRowSchema>;

const firmColumns = SQL`f.firm_id as "firmId", f.name, f.organisation_number as "organisationNumber",
  f.is_simulated as "isSimulated"`;

const ownFirmRowSchema = firmRowSchema.extend({ role: z.enum(['owner', 'respondent']) });

/** The firms that the person of the live session belongs to. */
export async function listOwnFirms(tx: Transaction): Promise<z.infer<typeof ownFirmRowSchema>[]> {
  return many(
    tx,
    ownFirmRowSchema,
    SQL`select ${firmColumns}, m.role
      from memberships m
      join firms f on f.firm_id = m.firm_id
      where m.person_id = current_person_id() and m.ended_at is null
      order by f.name nulls last, m.created_at, f.firm_id`,
  );
}

/** Whoever has waited for another's change may find that the firm is no longer the own one. */
export async function getFirmRow(tx: Transaction, firmId: string): Promise<FirmRow> {
  const firm = await maybeOne(tx, firmRowSchema, SQL`select ${firmColumns} from firms f where f.firm_id = ${firmId}`);
  if (firm === undefined) throw new DomainError('not-found');
  return firm;
}

/** Lets one change of the firm's people follow the other. */
export async function lockFirm(tx: Transaction, firmId: string): Promise<void> {
  await exec(tx, SQL`select 1 from firms where firm_id = ${firmId} for update`);
}

const responseRowSchema = z.object({
  responseId: z.uuid(),
  formCode: z.string(),
  status: z.enum(['open', 'submitted']),
  startedAt: z.date(),
  submittedAt: z.date().nullable(),
  isYours: z.boolean(),
});

/** The responses that the live session may open, the newest first. */
export async function listResponses(tx: Transaction, firmId: string): Promise<z.infer<typeof responseRowSchema>[]> {
  return many(
    tx,
    responseRowSchema,
    SQL`select r.response_id as "responseId", a.form_code as "formCode", r.status, r.started_at as "startedAt",
        r.submitted_at as "submittedAt", coalesce(r.person_id = current_person_id(), false) as "isYours"
      from responses r
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where r.firm_id = ${firmId}
      order by r.started_at desc, r.response_id desc`,
  );
}

/** The newest response that the person has begun in a form and not submitted. Of two who ask, the second waits. */
export async function findUnfinished(
  tx: Transaction,
  { firmId, formCode }: { firmId: string; formCode: string },
): Promise<string | undefined> {
  await exec(tx, SQL`select pg_advisory_xact_lock(hashtextextended(${`begin:${firmId}:${formCode}`}, 0))`);
  const row = await maybeOne(
    tx,
    z.object({ responseId: z.uuid() }),
    SQL`select r.response_id as "responseId" from responses r
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where r.firm_id = ${firmId} and r.person_id = current_person_id() and r.status = 'open'
        and a.form_code = ${formCode}
      order by r.started_at desc, r.response_id desc limit 1`,
  );
  return row?.responseId;
}

/** What the firm last said of itself: every firm has begun with it. Missing, the firm is no longer the own one. */
export async function getNewestProfile(tx: Transaction, firmId: string): Promise<FirmProfile> {
  const row = await maybeOne(
    tx,
    z.object({ profile: firmProfileSchema }),
    SQL`select profile from assessments where firm_id = ${firmId}
      order by created_at desc, assessment_id desc limit 1`,
  );
  if (row === undefined) throw new DomainError('not-found');
  return row.profile;
}

/** When the erasure was asked for that is under way. */
export async function findErasure(tx: Transaction, firmId: string): Promise<Date | undefined> {
  const { askedAt } = await one(
    tx,
    z.object({ askedAt: z.date().nullable() }),
    SQL`select pending_firm_erasure(${firmId}) as "askedAt"`,
  );
  return askedAt ?? undefined;
}

export async function updateFirm(
  tx: Transaction,
  firm: { firmId: string; name: string; organisationNumber: string | null },
): Promise<void> {
  await exec(
    tx,
    SQL`update firms set name = ${firm.name}, organisation_number = ${firm.organisationNumber}
      where firm_id = ${firm.firmId}`,
  );
}

export type NewResponse = {
  readonly firmId: string;
  readonly responseId: string;
  readonly assessmentId: string;
  readonly instrumentVersionId: string;
  readonly formCode: string;
  readonly language: Language;
  readonly profile: FirmProfile;
  readonly startedAt: Date;
};

/** False when the firm is not one of the person's. */
export async function insertMemberResponse(tx: Transaction, response: NewResponse): Promise<boolean> {
  const { isOpened } = await one(
    tx,
    z.object({ isOpened: z.boolean() }),
    SQL`select open_member_response(${response.firmId}, ${response.responseId}, ${response.assessmentId},
      ${response.instrumentVersionId}, ${response.formCode}, ${response.language},
      ${JSON.stringify(response.profile)}, ${response.startedAt}) as "isOpened"`,
  );
  return isOpened;
}

/**
 * The firm that the presented key opens, now owned by the person of the live session; undefined when there is no such
 * key. A claim that is repeated finds the firm where the first one left it.
 */
export async function insertClaim(
  tx: Transaction,
  claim: { membershipId: string; responseId: string; claimedAt: Date },
): Promise<{ firmId: string; isRepeated: boolean } | undefined> {
  const claimed = await one(
    tx,
    z.object({ firmId: z.uuid().nullable() }),
    SQL`select claim_firm(${claim.membershipId}, ${claim.claimedAt}) as "firmId"`,
    // The firm had its time and was cleared away while the claim waited for it.
  ).catch(translateConstraint({ memberships_firm_fk: 'not-found' }));
  if (claimed.firmId !== null) return { firmId: claimed.firmId, isRepeated: false };
  return maybeOne(
    tx,
    z.object({ firmId: z.uuid(), isRepeated: z.boolean() }),
    SQL`select firm_id as "firmId", true as "isRepeated" from responses
      where response_id = ${claim.responseId} and person_id = current_person_id()
        and firm_id = any (my_owned_firm_ids())`,
  );
}

/** Whether the presented keys open this very response. */
export async function isResponseOpen(tx: Transaction, responseId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ responseId: z.uuid() }),
    SQL`select response_id as "responseId" from responses where response_id = ${responseId}`,
  );
  return row !== undefined;
}
