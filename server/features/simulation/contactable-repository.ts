import SQL from '@nearform/sql';
import * as z from 'zod';
import type { DemoPerson } from '../../platform/content/demo-people.ts';
import { many, type Queryable } from '../../platform/database/query.ts';

const contactableSchema = z.object({
  firmId: z.uuid(),
  organisationId: z.uuid(),
  /** The demo's adviser there; null at providers that have none. */
  advisorId: z.uuid().nullable(),
  advisorName: z.string().nullable(),
  /** Those who answer for the firm, its owner first. */
  people: z.array(z.object({ name: z.string(), email: z.string() })).min(1),
  /** From when on the provider has had a reason to be in touch: it sees the results, or has taken up the request. */
  since: z.date(),
  /** When the firm withdrew; null as long as it lets the provider in. */
  until: z.date().nullable(),
});
export type ContactableFirm = z.infer<typeof contactableSchema>;

/**
 * Simulated firms with the providers that they let in, or once did: by one consent each, so that all the time between is
 * one in which it stood. One that stands comes before those that were withdrawn. In a settled order.
 */
export async function listContactable(db: Queryable, demoPeople: readonly DemoPerson[]): Promise<ContactableFirm[]> {
  const emails = demoPeople.filter(({ role }) => role === 'advisor').map(({ email }) => email);
  return many(
    db,
    contactableSchema,
    SQL`with reasons as (
        select c.firm_id, c.provider_code, c.given_at as since, c.withdrawn_at
        from consents c where c.purpose = 'result'
        union all
        select c.firm_id, c.provider_code, e.occurred_at, c.withdrawn_at
        from consents c
        join referrals r on r.firm_id = c.firm_id and r.consent_id = c.consent_id
        join referral_events e on e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.move = 'accept'
        where c.purpose = 'contact'
      ), chosen as (
        select distinct on (firm_id, provider_code) * from reasons
        order by firm_id, provider_code, withdrawn_at desc nulls first, since
      )
      select c.firm_id as "firmId", o.organisation_id as "organisationId", a.person_id as "advisorId",
        a.name as "advisorName", c.since, c.withdrawn_at as until, (
          select jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email) order by m.role, p.email)
          from memberships m join people p on p.person_id = m.person_id
          where m.firm_id = c.firm_id and m.ended_at is null
        ) as people
      from chosen c
      join firms f on f.firm_id = c.firm_id and f.is_simulated
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      left join lateral (
        select p.person_id, p.name from people p
        join memberships m on m.person_id = p.person_id and m.ended_at is null
        where m.organisation_id = o.organisation_id and m.role = 'advisor' and p.email = any (${emails})
        order by p.email limit 1
      ) a on true
      where exists (select 1 from memberships m where m.firm_id = c.firm_id and m.ended_at is null)
      order by c.since, f.name, c.provider_code`,
  );
}
