import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { type MeetingStatus, meetingStatuses } from '#shared/domain/meeting/meeting-states.ts';
import { stepOwners } from '#shared/domain/meeting/meeting-step.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export type Place = { readonly organisationId: string; readonly firmId: string };

const meetingRowSchema = z.object({
  meetingId: z.uuid(),
  firmId: z.uuid(),
  organisationId: z.uuid(),
  organisation: localisedTextSchema,
  plannerName: z.string().nullable(),
  status: z.enum(meetingStatuses),
  isSimulated: z.boolean(),
  startsAt: z.date(),
  minutes: z.int(),
  place: z.string(),
  link: z.string(),
  participants: z.string(),
  purpose: z.string(),
  revision: z.int(),
  stepsRevision: z.int(),
  summarySentAt: z.date().nullable(),
  createdAt: z.date(),
  steps: z.array(
    z.object({
      key: z.string(),
      what: z.string(),
      owner: z.enum(stepOwners),
      dueOn: z.string().nullable(),
      isAgreedByFirm: z.boolean(),
      isAgreedByProvider: z.boolean(),
      doneAt: z.string().nullable(),
      dropped: z.object({ at: z.string(), by: z.enum(stepOwners), reason: z.string() }).nullable(),
    }),
  ),
  files: z.array(z.object({ meetingFileId: z.uuid(), name: z.string(), bytes: z.int(), addedAt: z.string() })),
});
export type MeetingRow = z.infer<typeof meetingRowSchema>;

/** Times as the JSON of a row has them. */
const at = (column: SqlStatement) => SQL`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const selectMeetings = SQL`
  select m.meeting_id as "meetingId", m.firm_id as "firmId", m.organisation_id as "organisationId",
    o.name as organisation, p.name as "plannerName", m.status, m.is_simulated as "isSimulated",
    m.starts_at as "startsAt", m.minutes, m.place, m.link, m.participants, m.purpose, m.revision,
    m.steps_revision as "stepsRevision", m.summary_sent_at as "summarySentAt", m.created_at as "createdAt",
    coalesce((
      select jsonb_agg(jsonb_build_object('key', s.step_key, 'what', s.what, 'owner', s.owner, 'dueOn', s.due_on,
          'isAgreedByFirm', s.is_agreed_by_firm, 'isAgreedByProvider', s.is_agreed_by_provider,
          'doneAt', ${at(SQL`s.done_at`)}, 'dropped', case when s.dropped_at is not null then jsonb_build_object(
            'at', ${at(SQL`s.dropped_at`)}, 'by', s.dropped_by, 'reason', s.drop_reason) end) order by s.place_in_list, s.step_key)
      from meeting_steps s where s.firm_id = m.firm_id and s.meeting_id = m.meeting_id
    ), '[]') as steps,
    coalesce((
      select jsonb_agg(jsonb_build_object('meetingFileId', f.meeting_file_id, 'name', f.name,
          'bytes', octet_length(f.content), 'addedAt', ${at(SQL`f.created_at`)})
        order by f.created_at, f.meeting_file_id)
      from meeting_files f where f.firm_id = m.firm_id and f.meeting_id = m.meeting_id
    ), '[]') as files
  from meetings m
  join organisations o on o.organisation_id = m.organisation_id
  left join people p on p.person_id = m.person_id`;

/** The organisation's own with the firm, the newest first. */
export async function listMeetingRows(tx: Transaction, { organisationId, firmId }: Place): Promise<MeetingRow[]> {
  return many(
    tx,
    meetingRowSchema,
    SQL`${selectMeetings} where m.firm_id = ${firmId} and m.organisation_id = ${organisationId}
      order by m.starts_at desc, m.meeting_id desc`,
  );
}

/** Everybody's with the firm, for the firm itself. */
export async function listMeetingsOfFirm(tx: Transaction, firmId: string): Promise<MeetingRow[]> {
  return many(
    tx,
    meetingRowSchema,
    SQL`${selectMeetings} where m.firm_id = ${firmId} order by m.starts_at desc, m.meeting_id desc`,
  );
}

export type MeetingPlace = Place & { readonly meetingId: string };

export async function findMeetingRow(tx: Transaction, place: MeetingPlace): Promise<MeetingRow | undefined> {
  return maybeOne(
    tx,
    meetingRowSchema,
    SQL`${selectMeetings} where m.firm_id = ${place.firmId} and m.organisation_id = ${place.organisationId}
      and m.meeting_id = ${place.meetingId}`,
  );
}

/** Lets one change of a meeting follow the other. */
export async function lockMeeting(tx: Transaction, { firmId, meetingId }: MeetingPlace): Promise<void> {
  await exec(tx, SQL`select 1 from meetings where firm_id = ${firmId} and meeting_id = ${meetingId} for update`);
}

const idSchema = z.object({ meetingId: z.uuid() });

/** Whether the firm lets the organisation of the session in, to be contacted or for its results. */
export async function isLetIn(tx: Transaction, { organisationId, firmId }: Place): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ firmId: z.uuid() }),
    SQL`select c.firm_id as "firmId" from consents c
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.firm_id = ${firmId} and o.organisation_id = ${organisationId} and c.purpose in ('contact', 'result')
        and c.withdrawn_at is null
      limit 1`,
  );
  return row !== undefined;
}

export type Plan = {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly participants: string;
  readonly purpose: string;
};

export type NewMeeting = Place &
  Plan & { readonly meetingId: string; readonly requestKey: string; readonly createdAt: Date };

/** The id under which the request is planned; another than the given one when it was sent before. */
export async function insertMeeting(tx: Transaction, meeting: NewMeeting): Promise<string> {
  const { firmId, organisationId, requestKey } = meeting;
  const inserted = await maybeOne(
    tx,
    idSchema,
    SQL`insert into meetings (meeting_id, firm_id, organisation_id, person_id, starts_at, minutes, place, link,
        participants, purpose, is_simulated, created_at, status_since, request_key)
      values (${meeting.meetingId}, ${firmId}, ${organisationId}, (select current_person_id()), ${meeting.startsAt},
        ${meeting.minutes}, ${meeting.place}, ${meeting.link}, ${meeting.participants}, ${meeting.purpose},
        (select is_simulated from firms where firm_id = ${firmId}), ${meeting.createdAt}, ${meeting.createdAt}, ${requestKey})
      on conflict do nothing
      returning meeting_id as "meetingId"`,
  );
  if (inserted !== undefined) return inserted.meetingId;
  const earlier = await maybeOne(
    tx,
    idSchema,
    SQL`select meeting_id as "meetingId" from meetings
      where firm_id = ${firmId} and organisation_id = ${organisationId} and request_key = ${requestKey}`,
  );
  return earlier?.meetingId ?? meeting.meetingId;
}

export async function updatePlan(tx: Transaction, { firmId, meetingId }: MeetingPlace, plan: Plan): Promise<void> {
  await exec(
    tx,
    SQL`update meetings set starts_at = ${plan.startsAt}, minutes = ${plan.minutes}, place = ${plan.place},
        link = ${plan.link}, participants = ${plan.participants}, purpose = ${plan.purpose}, revision = revision + 1
      where firm_id = ${firmId} and meeting_id = ${meetingId}`,
  );
}

type Standing = { readonly status: MeetingStatus; readonly at: Date; readonly summarySentAt: Date | null };

export async function updateStatus(
  tx: Transaction,
  { firmId, meetingId }: MeetingPlace,
  { status, at: since, summarySentAt }: Standing,
): Promise<void> {
  await exec(
    tx,
    SQL`update meetings
      set status = ${status}, status_since = case when status = ${status} then status_since else ${since} end,
        summary_sent_at = ${summarySentAt}, revision = revision + 1
      where firm_id = ${firmId} and meeting_id = ${meetingId}`,
  );
}
