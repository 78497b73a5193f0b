import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import type { QueueFilter, QueueView } from '#shared/contracts/advisor-queue.ts';
import { branchSchema, countySchema, outsideRegion, sizeClassSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { reviewableDimensionSchema } from '#shared/domain/review/review-basis.ts';
import { reviewStatuses } from '#shared/domain/review/review-states.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { wishColumn, wishRowSchema } from '../../platform/editions/wish-repository.ts';

const queueRowSchema = z.object({
  firmId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  name: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  isSimulated: z.boolean(),
  purposes: z.array(z.enum(['contact', 'result', 'cohort'])),
  municipality: z.string().nullable(),
  county: z.union([countySchema, z.literal(outsideRegion)]).nullable(),
  branch: z.nullable(branchSchema),
  sizeClass: z.nullable(sizeClassSchema),
  round: z.int().nullable(),
  submittedAt: z.date().nullable(),
  digitalLevel: z.number().nullable(),
  processLevel: z.number().nullable(),
  reviewStatus: z.enum(reviewStatuses).nullable(),
  reviewedDigitalLevel: z.number().nullable(),
  reviewedProcessLevel: z.number().nullable(),
  reviewable: z.array(reviewableDimensionSchema).nullable(),
  reviewedCodes: z.array(z.string()).nullable(),
  referralId: z.uuid().nullable(),
  catalogueVersionId: z.uuid().nullable(),
  packageCode: z.string().nullable(),
  status: z.enum(referralStatuses).nullable(),
  chosenAt: z.date().nullable(),
  answerDueAt: z.date().nullable(),
  statusSince: z.date().nullable(),
  revision: z.int().nullable(),
  assignedTo: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  wish: wishRowSchema,
  sortKey: z.string(),
  rowKey: z.string(),
});
export type QueueRowRow = z.infer<typeof queueRowSchema>;

/** Where the page before ended. */
export type QueuePlace = { readonly sortKey: string; readonly rowKey: string };

/** A firm that has submitted is due for its next round after a year. */
const roundAfterMonths = 12;

/** Of the row `s` of a firm's summary. */
export const isRoundDue = (now: Date): SqlStatement =>
  SQL`s.submitted_at <= ${now}::timestamptz - make_interval(months => ${roundAfterMonths})`;

/** The newest request of the firm `of` to the provider. */
const newestReferral = (of: SqlStatement) => SQL`left join lateral (
    select referral_id, catalogue_version_id, package_code, status, created_at, answer_due_at, status_since, revision,
      assigned_to, wished_edition_id
    from referrals own where own.firm_id = ${of}.firm_id and own.provider_code = ${of}.provider_code
    order by own.created_at desc, own.referral_id desc limit 1
  ) r on true`;

/** Firms with the providers of the session that they let in, and whether to their results. */
export const lettingIn = SQL`(
    select firm_id, provider_code, bool_or(purpose = 'result') as has_result from consents
    where provider_code = any ((select my_provider_codes())::text[]) and withdrawn_at is null and purpose <> 'statistics'
    group by firm_id, provider_code
  ) c`;

const isOfReferrals = (view: QueueView): boolean => view === 'to-answer' || view === 'under-way';

/** What choosing and sorting needs besides: reading it for every row to show fifty is what takes the time. */
function sourceOf(filter: QueueFilter): SqlStatement {
  const { view, order, search, county, branch, size } = filter;
  const isByName = order === 'name' || search !== undefined;
  const isByFacts = county !== undefined || branch !== undefined || size !== undefined || order === 'lowest-level';
  const name = isByName ? SQL`join firms f on f.firm_id = c.firm_id` : SQL``;
  const facts = SQL`left join firm_summaries s on s.firm_id = c.firm_id`;
  if (isOfReferrals(view)) {
    return SQL`referrals r cross join lateral (select r.firm_id, r.provider_code) c ${name} ${isByFacts ? facts : SQL``}`;
  }
  const isByReferral =
    filter.package !== undefined || filter.assigned !== undefined || order === 'due' || order === 'newest';
  return SQL`${lettingIn} ${name} ${facts} and c.has_result ${isByReferral ? newestReferral(SQL`c`) : SQL``}`;
}

function belongsTo(view: QueueView, now: Date): SqlStatement {
  switch (view) {
    case 'to-answer':
      return SQL`r.status = 'chosen'`;
    case 'under-way':
      return SQL`r.status in ('accepted', 'started')`;
    case 'rounds-due':
      return isRoundDue(now);
    case 'all':
      return SQL`true`;
  }
}

/** As text that sorts as the thing itself does; whatever is missing comes last. */
function sortKeyOf({ view, order }: QueueFilter): SqlStatement {
  const submitted = isOfReferrals(view) ? SQL`null::timestamptz` : SQL`s.submitted_at`;
  switch (order) {
    case 'due':
      // What has ended is due no more.
      return SQL`coalesce(
        case when r.status in ('chosen', 'accepted', 'started')
          then to_char(r.answer_due_at at time zone 'utc', 'YYYYMMDDHH24MISSUS') end,
        '9' || to_char(${submitted} at time zone 'utc', 'YYYYMMDDHH24MISSUS'), 'x')`;
    case 'newest':
      return SQL`to_char(99999999999999 - extract(epoch from coalesce(r.status_since, ${submitted}, 'epoch'))::bigint,
        'FM00000000000000')`;
    case 'name':
      return SQL`lower(coalesce(f.name, 'ö'))`;
    case 'lowest-level':
      return SQL`coalesce(to_char(least(s.digital_level, s.process_level), 'FM0.0000'), '9')`;
  }
}

const isAmong = (column: SqlStatement, values: readonly string[] | undefined): SqlStatement =>
  values === undefined ? SQL`true` : SQL`${column} = any (${values})`;

function assignedAs(assigned: QueueFilter['assigned']): SqlStatement {
  if (assigned === 'me') return SQL`r.assigned_to = (select current_person_id())`;
  return assigned === 'nobody' ? SQL`r.referral_id is not null and r.assigned_to is null` : SQL`true`;
}

function matches(filter: QueueFilter): SqlStatement {
  return SQL`${isAmong(SQL`s.county`, filter.county)} and ${isAmong(SQL`s.branch`, filter.branch)}
    and ${isAmong(SQL`s.size_class`, filter.size)} and ${isAmong(SQL`r.package_code`, filter.package)}
    and ${assignedAs(filter.assigned)}
    and ${filter.search === undefined ? SQL`true` : SQL`position(lower(${filter.search}) in lower(f.name)) > 0`}`;
}

export type PageQuery = { readonly filter: QueueFilter; readonly place: QueuePlace | undefined; readonly now: Date };

/** The rows of the filter by their keys alone; nothing else is read for them. */
const listedQueue = ({ filter, now }: Omit<PageQuery, 'place'>): SqlStatement => {
  const isOfReferral = isOfReferrals(filter.view);
  return SQL`select c.firm_id, c.provider_code, ${isOfReferral ? SQL`r.referral_id` : SQL`null::uuid`} as referral_id,
      ${sortKeyOf(filter)} as sort_key,
      c.firm_id::text || c.provider_code${isOfReferral ? SQL` || r.referral_id::text` : SQL``} as row_key
    from ${sourceOf(filter)}
    where ${belongsTo(filter.view, now)} and ${matches(filter)}`;
};

/** What is shown of the rows `page`. */
const shownRows = ({ view }: QueueFilter): SqlStatement => {
  const isOfReferral = isOfReferrals(view);
  return SQL`select g.firm_id as "firmId", o.organisation_id as "organisationId", o.name as "organisationName", f.name,
        f.organisation_number as "organisationNumber",
        f.is_simulated as "isSimulated", (
          select array_agg(distinct a.purpose order by a.purpose) from consents a
          where a.firm_id = g.firm_id and a.provider_code = g.provider_code and a.withdrawn_at is null
        ) as purposes, s.municipality, s.county, s.branch, s.size_class as "sizeClass", s.round,
        s.submitted_at as "submittedAt", s.digital_level as "digitalLevel", s.process_level as "processLevel",
        v.status as "reviewStatus", v.digital_level as "reviewedDigitalLevel",
        v.process_level as "reviewedProcessLevel", v.reviewable, v.codes as "reviewedCodes",
        r.referral_id as "referralId", r.catalogue_version_id as "catalogueVersionId", r.package_code as "packageCode",
        r.status, r.created_at as "chosenAt", r.answer_due_at as "answerDueAt", r.status_since as "statusSince",
        r.revision, r.assigned_to as "assignedTo", p.name as "assigneeName", ${wishColumn} as wish, g.sort_key as "sortKey",
        g.row_key as "rowKey"
      from page g
      join firms f on f.firm_id = g.firm_id
      join organisations o on o.kind = 'provider' and o.code = g.provider_code
      ${isOfReferral ? SQL`join referrals r on r.firm_id = g.firm_id and r.referral_id = g.referral_id` : newestReferral(SQL`g`)}
      left join firm_summaries s on s.firm_id = g.firm_id and exists (
        select 1 from consents c where c.firm_id = g.firm_id and c.provider_code = g.provider_code
          and c.purpose = 'result' and c.withdrawn_at is null
      )
      left join lateral (
        select w.status, w.digital_level, w.process_level, w.reviewable, array(
            select i.code from review_items i
            where i.firm_id = w.firm_id and i.review_id = w.review_id and i.state = 'level'
          ) as codes
        from reviews w
        where w.firm_id = s.firm_id and w.submission_id = s.submission_id
          and w.organisation_id = o.organisation_id and w.given_at is not null
        order by w.given_at desc limit 1
      ) v on true
      left join people p on p.person_id = r.assigned_to
      order by g.sort_key collate "C", g.row_key collate "C"`;
};

/** The rows after the place, in the order of the filter. */
export async function listQueueRows(tx: Transaction, query: PageQuery, limit: number): Promise<QueueRowRow[]> {
  const { filter, place } = query;
  const after =
    place === undefined
      ? SQL`true`
      : SQL`(sort_key collate "C", row_key collate "C") > (${place.sortKey}::text, ${place.rowKey}::text)`;
  return many(
    tx,
    queueRowSchema,
    SQL`with listed as (${listedQueue(query)}),
      page as materialized (
        select * from listed where ${after} order by sort_key collate "C", row_key collate "C" limit ${limit}
      )
      ${shownRows(filter)}`,
  );
}

/** All rows of the filter in its order, by their keys. */
export const selectQueueKeys = (query: Omit<PageQuery, 'place'>): SqlStatement =>
  SQL`select firm_id as "firmId", provider_code as "providerCode", referral_id as "referralId", sort_key as "sortKey",
      row_key as "rowKey"
    from (${listedQueue(query)}) listed order by sort_key collate "C", row_key collate "C"`;

export const queueKeySchema = z.object({
  firmId: z.uuid(),
  providerCode: z.string(),
  referralId: z.uuid().nullable(),
  sortKey: z.string(),
  rowKey: z.string(),
});

/** The rows with these keys, in the order of the filter. */
export async function listRowsByKeys(
  tx: Transaction,
  filter: QueueFilter,
  keys: readonly z.infer<typeof queueKeySchema>[],
): Promise<QueueRowRow[]> {
  return many(
    tx,
    queueRowSchema,
    SQL`with page as materialized (
        select "firmId" as firm_id, "providerCode" as provider_code, "referralId" as referral_id, "sortKey" as sort_key,
          "rowKey" as row_key
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) k ("firmId" uuid, "providerCode" text,
          "referralId" uuid, "sortKey" text, "rowKey" text)
      )
      ${shownRows(filter)}`,
  );
}
