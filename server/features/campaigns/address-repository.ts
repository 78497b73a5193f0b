import SQL from '@nearform/sql';
import * as z from 'zod';
import { mostInvitations } from '#shared/domain/campaign/invitation-limit.ts';
import { many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

type Place = { readonly organisationId: string; readonly campaignId: string };

/**
 * How many invitations each organisation has written to an address of late, to firms that are in its calls and that were.
 * Counted once for all addresses and joined: counted for one after another, ten thousand take longer than a statement may.
 */
export const invitedOfLate = (since: Date) =>
  SQL`(
    select e.organisation_id, e.email_sha256, count(*)::integer as count from (
      select organisation_id, sha256(convert_to(email, 'UTF8')) as email_sha256 from campaign_firms
      where email is not null and invited_at > ${since}
      union all
      select organisation_id, email_sha256 from campaign_former_firms where removed_at > ${since}
    ) e group by e.organisation_id, e.email_sha256
  )`;

const knownSchema = z.object({
  email: z.string(),
  isInvited: z.boolean(),
  isContact: z.boolean(),
  isOptedOut: z.boolean(),
  isInvitedOften: z.boolean(),
});

/** Which of the addresses belong to people of the organisation. */
export async function listOwnStaffAmong(
  tx: Transaction,
  { organisationId }: Place,
  emails: readonly string[],
): Promise<string[]> {
  const { own } = await one(
    tx,
    z.object({ own: z.array(z.string()) }),
    SQL`select own_staff_among(${organisationId}, ${emails}::text[]) as own`,
  );
  return own;
}

/** What the call and the organisation have already of the addresses. Whom the call has mailed before is in it. */
export async function listKnownAddresses(
  tx: Transaction,
  { organisationId, campaignId }: Place,
  { emails, invitedSince }: { emails: readonly string[]; invitedSince: Date },
): Promise<z.infer<typeof knownSchema>[]> {
  return many(
    tx,
    knownSchema,
    SQL`select asked.email, i.email is not null or g.email_sha256 is not null as "isInvited", p.email is not null as "isContact",
        o.email_sha256 is not null as "isOptedOut",
        coalesce(late.count, 0) >= ${mostInvitations} as "isInvitedOften"
      from unnest(${emails}::text[]) asked (email)
      left join campaign_firms i on i.campaign_id = ${campaignId} and i.email = asked.email
      left join lateral (
        select email_sha256 from campaign_former_firms
        where organisation_id = ${organisationId} and campaign_id = ${campaignId}
          and email_sha256 = sha256(convert_to(asked.email, 'UTF8'))
        limit 1
      ) g on true
      left join provider_contacts p on p.organisation_id = ${organisationId} and p.email = asked.email
      left join contact_opt_outs o on o.organisation_id = ${organisationId}
        and o.email_sha256 = sha256(convert_to(asked.email, 'UTF8'))
      left join ${invitedOfLate(invitedSince)} late on late.organisation_id = ${organisationId}
        and late.email_sha256 = sha256(convert_to(asked.email, 'UTF8'))
      where i.email is not null or g.email_sha256 is not null or p.email is not null or o.email_sha256 is not null
        or coalesce(late.count, 0) >= ${mostInvitations}`,
  );
}

/** Which of the numbers stand in the call already. */
export async function listKnownNumbers(
  tx: Transaction,
  { campaignId }: Place,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ number: z.string() }),
    SQL`select organisation_number as number from campaign_firms
      where campaign_id = ${campaignId} and organisation_number = any (${numbers}::text[])`,
  );
  return rows.map(({ number }) => number);
}
