import SQL from '@nearform/sql';
import * as z from 'zod';
import { many, type Queryable } from '../../platform/database/query.ts';

const askingSchema = z.object({
  firmId: z.uuid(),
  referralId: z.uuid(),
  organisationId: z.uuid(),
  providerCode: z.string(),
  packageCode: z.string(),
  status: z.enum(['chosen', 'accepted', 'started', 'completed']),
  municipality: z.string().nullable(),
  chosenAt: z.date(),
  startedAt: z.date().nullable(),
  statusSince: z.date(),
});
export type AskingFirm = z.infer<typeof askingSchema>;

/** Simulated firms with a request that goes on or came to something, of a consent that stands; in a settled order. */
export async function listAskingFirms(db: Queryable): Promise<AskingFirm[]> {
  return many(
    db,
    askingSchema,
    SQL`select r.firm_id as "firmId", r.referral_id as "referralId", o.organisation_id as "organisationId",
        r.provider_code as "providerCode", r.package_code as "packageCode", r.status, s.municipality,
        r.created_at as "chosenAt", r.status_since as "statusSince",
        (select min(e.occurred_at) from referral_events e
          where e.firm_id = r.firm_id and e.referral_id = r.referral_id and e.move = 'start') as "startedAt"
      from referrals r
      join firms f on f.firm_id = r.firm_id and f.is_simulated
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id and c.withdrawn_at is null
      left join firm_summaries s on s.firm_id = r.firm_id
      where r.status in ('chosen', 'accepted', 'started', 'completed')
      order by r.created_at, f.name`,
  );
}

const lettingInSchema = z.object({ firmId: z.uuid(), organisationId: z.uuid(), since: z.date() });
export type LettingInFirm = z.infer<typeof lettingInSchema>;

/** Simulated firms that let a provider see their results, in a settled order. */
export async function listLettingIn(db: Queryable): Promise<LettingInFirm[]> {
  return many(
    db,
    lettingInSchema,
    SQL`select c.firm_id as "firmId", o.organisation_id as "organisationId", c.given_at as since
      from consents c
      join firms f on f.firm_id = c.firm_id and f.is_simulated
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      where c.purpose = 'result' and c.withdrawn_at is null
      order by c.given_at, f.name`,
  );
}
