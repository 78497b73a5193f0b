import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { agreementDocumentSchema } from '#shared/domain/respondents/agreement-document.ts';
import { supportChoicesSchema } from '#shared/domain/routing/support-choices.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const textSchema = z.string();
const timeSchema = z.string();
/** Times as the JSON of a row has them. */
const at = (column: string) => SQL`to_char(${SQL.unsafe(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const givenAnswerSchema = z.object({
  itemCode: textSchema,
  answer: z.record(textSchema, z.unknown()),
  answeredAt: timeSchema,
});

const firmDataSchema = z.object({
  name: textSchema.nullable(),
  organisationNumber: textSchema.nullable(),
  responses: z.array(
    z.object({
      formCode: textSchema,
      startedAt: timeSchema,
      submittedAt: timeSchema.nullable(),
      answers: z.array(givenAnswerSchema),
      /** To questions of a version that the response has gone over from; kept until it is submitted. */
      setAside: z.array(givenAnswerSchema),
      /** What was added for the EU's measures. */
      added: z.array(z.object({ row: textSchema, step: z.int(), answeredAt: timeSchema })),
      supportChoices: z.union([supportChoicesSchema, z.null()]),
      /** Where the firm was at an earlier round, as seen at this one; null for *vet ej*. */
      thenLevels: z.array(
        z.object({
          dimension: textSchema,
          level: z.int().nullable(),
          since: timeSchema.nullable(),
          saidAt: timeSchema,
        }),
      ),
      /** Whom the person asked to answer too; nothing of what they answered. */
      asked: z.array(
        z.object({
          label: textSchema.nullable(),
          email: textSchema.nullable(),
          role: textSchema,
          areas: z.array(textSchema),
          invitedAt: timeSchema,
          takenBackAt: timeSchema.nullable(),
        }),
      ),
      /** How far those who answered agreed; null where the person answered alone. */
      agreement: z.union([agreementDocumentSchema, z.null()]),
    }),
  ),
  consents: z.array(
    z.object({
      purpose: textSchema,
      receiver: textSchema,
      wordingVersion: textSchema,
      givenAt: timeSchema,
      withdrawnAt: timeSchema.nullable(),
    }),
  ),
  /** What the person has replied to reviews. */
  replies: z.array(z.object({ code: textSchema, view: textSchema, words: textSchema, repliedAt: timeSchema })),
  requests: z.array(
    z.object({ packageCode: textSchema, contactName: textSchema, email: textSchema, createdAt: timeSchema }),
  ),
  /** Links to results that the person has made. */
  resultLinks: z.array(
    z.object({
      recipientName: textSchema,
      recipientEmail: textSchema.nullable(),
      note: textSchema.nullable(),
      parts: z.array(textSchema),
      createdAt: timeSchema,
      expiresAt: timeSchema,
      takenBackAt: timeSchema.nullable(),
    }),
  ),
  /** What the firm aims at, where the person set it, or somebody without an account did. */
  targets: z.array(z.object({ dimension: textSchema, level: z.int().nullable(), setAt: timeSchema })),
  groupAnswers: z.array(z.object({ packageCode: textSchema, move: textSchema, occurredAt: timeSchema })),
});
export type FirmData = z.infer<typeof firmDataSchema>;

/** Answers, whichever table `w` is. */
const answersOf = SQL`jsonb_agg(jsonb_build_object('itemCode', w.item_code, 'answeredAt', ${at('w.answered_at')},
    'answer', jsonb_strip_nulls(jsonb_build_object('state', w.state, 'level', w.level, 'choice', w.choice,
      'choices', w.choices, 'number', w.number, 'isYes', w.is_yes, 'text', w.text, 'comment', nullif(w.comment, ''))))
  order by w.item_code)`;

/** What the person has answered, agreed to and asked for, firm by firm; nothing of anybody else. */
export async function listOwnFirmData(tx: Transaction, personId: string): Promise<FirmData[]> {
  return many(
    tx,
    firmDataSchema,
    SQL`select f.name, f.organisation_number as "organisationNumber",
        coalesce((
          select jsonb_agg(jsonb_build_object('formCode', a.form_code, 'startedAt', ${at('r.started_at')},
              'submittedAt', ${at('r.submitted_at')},
              'answers', coalesce((
                select ${answersOf}
                from answers w where w.firm_id = r.firm_id and w.response_id = r.response_id
              ), '[]'),
              'setAside', coalesce((
                select ${answersOf}
                from answers_set_aside w where w.firm_id = r.firm_id and w.response_id = r.response_id
              ), '[]'),
              'added', coalesce((
                select jsonb_agg(jsonb_build_object('row', k.row_code, 'step', k.step,
                    'answeredAt', ${at('k.answered_at')})
                  order by k.row_code)
                from crosswalk_answers k
                where k.firm_id = r.firm_id and k.response_id = r.response_id and k.step is not null
              ), '[]'),
              'supportChoices', (
                select u.chosen from support_choices u where u.firm_id = r.firm_id and u.response_id = r.response_id
              ),
              'thenLevels', coalesce((
                select jsonb_agg(jsonb_build_object('dimension', l.dimension_code, 'level', l.level,
                    'since', (
                      select ${at('e.submitted_at')} from responses e
                      where e.firm_id = l.firm_id and e.response_id = l.since_response_id
                    ),
                    'saidAt', ${at('l.said_at')})
                  order by l.said_at, l.dimension_code)
                from then_levels l where l.firm_id = r.firm_id and l.response_id = r.response_id
              ), '[]'),
              'asked', coalesce((
                select jsonb_agg(jsonb_build_object('label', p.label, 'email', p.email, 'role', p.role,
                    'areas', p.dimensions, 'invitedAt', ${at('p.created_at')}, 'takenBackAt', ${at('p.taken_back_at')})
                  order by p.created_at, p.respondent_id)
                from respondents p where p.firm_id = r.firm_id and p.assessment_id = r.assessment_id
              ), '[]'),
              'agreement', (
                select g.document from agreements g where g.firm_id = r.firm_id and g.response_id = r.response_id
              ))
            order by r.started_at)
          from responses r
          join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
          where r.firm_id = f.firm_id and r.person_id = ${personId}
        ), '[]') as responses,
        coalesce((
          select jsonb_agg(jsonb_build_object('purpose', c.purpose, 'receiver', c.provider_code,
              'wordingVersion', c.wording_version, 'givenAt', ${at('c.given_at')},
              'withdrawnAt', ${at('c.withdrawn_at')})
            order by c.given_at)
          from consents c where c.firm_id = f.firm_id and c.person_id = ${personId}
        ), '[]') as consents,
        coalesce((
          select jsonb_agg(jsonb_build_object('code', v.code, 'view', v.firm_view, 'words', v.words,
              'repliedAt', ${at('v.replied_at')})
            order by v.replied_at, v.code)
          from review_replies v where v.firm_id = f.firm_id and v.replied_by = ${personId}
        ), '[]') as replies,
        coalesce((
          select jsonb_agg(jsonb_build_object('packageCode', q.package_code, 'contactName', q.contact_name,
              'email', q.email, 'createdAt', ${at('q.created_at')})
            order by q.created_at)
          from referrals q
          join consents c on c.firm_id = q.firm_id and c.consent_id = q.consent_id
          where q.firm_id = f.firm_id and c.person_id = ${personId}
        ), '[]') as requests,
        coalesce((
          select jsonb_agg(jsonb_build_object('recipientName', l.recipient_name, 'recipientEmail', l.recipient_email,
              'note', l.note, 'parts', l.parts, 'createdAt', ${at('l.created_at')},
              'expiresAt', ${at('l.expires_at')}, 'takenBackAt', ${at('l.taken_back_at')})
            order by l.created_at)
          from result_links l where l.firm_id = f.firm_id and l.person_id = ${personId}
        ), '[]') as "resultLinks",
        coalesce((
          select jsonb_agg(jsonb_build_object('dimension', t.dimension_code, 'level', t.level,
              'setAt', ${at('t.set_at')})
            order by t.dimension_code)
          from firm_targets t where t.firm_id = f.firm_id
        ), '[]') as targets,
        coalesce((
          select jsonb_agg(jsonb_build_object('packageCode', g.package_code, 'move', v.move,
              'occurredAt', ${at('v.occurred_at')})
            order by v.placement_event_id)
          from placement_events v
          join placements g on g.firm_id = v.firm_id and g.placement_id = v.placement_id
          where v.firm_id = f.firm_id and v.person_id = ${personId}
        ), '[]') as "groupAnswers"
      from firms f
      where exists (
        select 1 from memberships m where m.firm_id = f.firm_id and m.person_id = ${personId} and m.ended_at is null
      )
      order by f.created_at`,
  );
}

const advisingSchema = z.object({
  what: z.enum(['note', 'correction', 'meeting', 'file']),
  kind: z.string().nullable(),
  at: z.date(),
});

/** That the person wrote and planned as an adviser, and when; nothing of the firms that it was about. */
export async function listAdvisingData(tx: Transaction, personId: string): Promise<z.infer<typeof advisingSchema>[]> {
  return many(
    tx,
    advisingSchema,
    SQL`select 'note' as what, kind, created_at as at from contact_notes where person_id = ${personId}
      union all
      select 'correction', null, created_at from contact_note_corrections where person_id = ${personId}
      union all
      select 'meeting', null, created_at from meetings where person_id = ${personId}
      union all
      select 'file', null, created_at from meeting_files where person_id = ${personId}
      order by at`,
  );
}

const earlierContactSchema = z.object({
  organisationName: localisedTextSchema,
  firmName: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  contactName: z.string().nullable(),
  telephone: z.string().nullable(),
  language: z.nullable(languageSchema),
  importedAt: z.date().nullable(),
  invitedAt: z.date().nullable(),
  saidNoAt: z.date().nullable(),
});

/** Where the address that the person has signed in by is kept as that of an earlier contact. */
export async function listEarlierContacts(tx: Transaction): Promise<z.infer<typeof earlierContactSchema>[]> {
  return many(
    tx,
    earlierContactSchema,
    SQL`select organisation_name as "organisationName", firm_name as "firmName",
        organisation_number as "organisationNumber", contact_name as "contactName", telephone, language,
        imported_at as "importedAt", invited_at as "invitedAt", opted_out_at as "saidNoAt"
      from list_own_earlier_contacts()`,
  );
}

const campaignInvitationSchema = z.object({
  organisationName: localisedTextSchema,
  campaignName: localisedTextSchema,
  firmName: z.string(),
  organisationNumber: z.string().nullable(),
  contactName: z.string().nullable(),
  municipality: z.string().nullable(),
  branch: z.string().nullable(),
  sizeClass: z.string().nullable(),
  language: languageSchema,
  addedAt: z.date(),
  invitedAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  begunAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});

/** Calls in which the person's address stands. */
export async function listCampaignInvitations(tx: Transaction): Promise<z.infer<typeof campaignInvitationSchema>[]> {
  return many(
    tx,
    campaignInvitationSchema,
    SQL`select organisation_name as "organisationName", campaign_name as "campaignName", firm_name as "firmName",
        organisation_number as "organisationNumber", contact_name as "contactName", municipality, branch,
        size_class as "sizeClass", language, added_at as "addedAt", invited_at as "invitedAt",
        reminded_at as "remindedAt", begun_at as "begunAt", finished_at as "finishedAt"
      from list_own_invitations()`,
  );
}
