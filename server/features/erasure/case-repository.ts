import SQL from '@nearform/sql';
import * as z from 'zod';
import type { ErasureBasis, ErasureDecision } from '#shared/domain/erasure/erasure.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { requestColumns, requestRowSchema } from './request-repository.ts';

const caseRowSchema = requestRowSchema.extend({
  personId: z.uuid(),
  isOwn: z.boolean(),
  mailStatus: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']).nullable(),
  subject: z
    .object({
      personName: z.string().nullable(),
      personEmail: z.string().nullable(),
      firmName: z.string().nullable(),
      organisationNumber: z.string().nullable(),
      submittedCount: z.int(),
      openCount: z.int(),
      memberCount: z.int(),
      consentCount: z.int(),
      contactCount: z.int(),
    })
    .nullable(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

const selectCase = SQL`
  select ${requestColumns}, e.person_id as "personId",
    coalesce(e.person_id = current_person_id() or e.firm_id = any (my_firm_ids()), false) as "isOwn",
    m.mail_status as "mailStatus",
    case when s.erasure_request_id is not null then jsonb_build_object('personName', s.person_name,
      'personEmail', s.person_email, 'firmName', s.firm_name, 'organisationNumber', s.organisation_number,
      'submittedCount', s.submitted_count, 'openCount', s.open_count, 'memberCount', s.member_count,
      'consentCount', s.consent_count, 'contactCount', s.contact_count) end as subject
  from erasure_requests e
  left join erasure_subjects() s on s.erasure_request_id = e.erasure_request_id
  left join erasure_mail_status() m on m.erasure_request_id = e.erasure_request_id`;

/** What waits for a decision, the longest due first; then what is to be carried out; then what is settled. */
export async function listCaseRows(tx: Transaction, limit: number): Promise<CaseRow[]> {
  return many(
    tx,
    caseRowSchema,
    SQL`${selectCase}
      order by case when e.status = 'received' then 0 when s.erasure_request_id is not null then 1 else 2 end,
        case when e.status = 'received' then e.due_at end,
        coalesce(e.carried_out_at, e.decided_at, e.withdrawn_at) desc, e.erasure_request_id
      limit ${limit}`,
  );
}

export async function findCaseRow(tx: Transaction, erasureRequestId: string): Promise<CaseRow | undefined> {
  return maybeOne(tx, caseRowSchema, SQL`${selectCase} where e.erasure_request_id = ${erasureRequestId}`);
}

export type NewDecision = {
  readonly erasureRequestId: string;
  readonly decision: ErasureDecision;
  readonly basis: ErasureBasis;
  readonly text: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

/** False when it was decided or withdrawn before. */
export async function updateRequestToDecided(tx: Transaction, decision: NewDecision): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ erasureRequestId: z.uuid() }),
    SQL`update erasure_requests set status = 'decided', decision = ${decision.decision}, basis = ${decision.basis},
        decision_text = ${decision.text}, decided_by = ${decision.decidedBy}, decided_at = ${decision.decidedAt}
      where erasure_request_id = ${decision.erasureRequestId} and status = 'received'
      returning erasure_request_id as "erasureRequestId"`,
  );
  return row !== undefined;
}

const recipientSchema = z.object({ personId: z.uuid(), email: z.string(), language: languageSchema });
export type Recipient = z.infer<typeof recipientSchema>;

/** Whom it is told to: a decision to who asked and all owners of the firm, an erasure to everybody who belongs to it. */
export async function listRecipients(
  tx: Transaction,
  erasureRequestId: string,
  what: 'decision' | 'erasure',
): Promise<Recipient[]> {
  return many(
    tx,
    recipientSchema,
    SQL`select person_id as "personId", email, language
      from erasure_recipients(${erasureRequestId}, ${what === 'erasure'})`,
  );
}

const outcomeSchema = z.object({
  outcome: z.enum([
    'carried-out',
    'carried-out-before',
    'not-found',
    'own-request',
    'last-of-its-kind',
    'decision-on-its-way',
  ]),
});

/** Erases what the decision says, in this transaction. */
export async function carryOut(
  tx: Transaction,
  erasureRequestId: string,
  at: Date,
): Promise<z.infer<typeof outcomeSchema>['outcome']> {
  const { outcome } = await one(
    tx,
    outcomeSchema,
    SQL`select carry_out_erasure(${erasureRequestId}, ${at}) as outcome`,
  );
  return outcome;
}
