import SQL from '@nearform/sql';
import * as z from 'zod';
import { placeNowSchema } from '#shared/domain/cohort/inviting.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const placeNowRowSchema = z.object({
  firmId: z.uuid(),
  editionId: z.uuid(),
  ...placeNowSchema.shape,
  revision: z.int(),
});
export type PlaceNowRow = z.infer<typeof placeNowRowSchema>;

/**
 * Where there is something by now between a firm of the plan and its edition: a place there, or else what comes of the
 * package in another edition of the organisation, or else what it came to there.
 */
export async function listPlacesNow(tx: Transaction, planId: string): Promise<PlaceNowRow[]> {
  return many(
    tx,
    placeNowRowSchema,
    SQL`select distinct on (s.edition_id, s.firm_id) s.firm_id as "firmId", s.edition_id as "editionId", n.status,
        n.edition_id <> s.edition_id as "isElsewhere", n.status_since > p.created_at as "isSincePlan", n.revision
      from plan_places s
      join plans p on p.plan_id = s.plan_id
      join editions e on e.edition_id = s.edition_id
      join placements n on n.organisation_id = p.organisation_id and n.firm_id = s.firm_id
        and (n.edition_id = s.edition_id
          or n.package_code = e.package_code and n.status in ('invited', 'placed', 'waiting', 'completed'))
      where s.plan_id = ${planId}
      order by s.edition_id, s.firm_id, n.edition_id = s.edition_id and n.status in ('invited', 'placed', 'completed') desc,
        n.edition_id <> s.edition_id desc, n.status_since desc`,
  );
}

const requestRowSchema = z.object({
  firmId: z.uuid(),
  packageCode: z.string(),
  isUnanswered: z.boolean(),
  wishedEditionIds: z.array(z.uuid()),
});

/** What firms of the plan have asked the organisation for, of the packages of its editions, and that goes on. */
export async function listRequestsNow(tx: Transaction, planId: string): Promise<z.infer<typeof requestRowSchema>[]> {
  return many(
    tx,
    requestRowSchema,
    SQL`select r.firm_id as "firmId", r.package_code as "packageCode", bool_or(r.status = 'chosen') as "isUnanswered",
        array_remove(array_agg(distinct r.wished_edition_id), null) as "wishedEditionIds"
      from plans p
      join organisations o on o.organisation_id = p.organisation_id
      join plan_firms f on f.plan_id = p.plan_id
      join referrals r on r.firm_id = f.firm_id and r.provider_code = o.code
      where p.plan_id = ${planId} and r.status in ('chosen', 'accepted', 'started')
        and r.package_code in (
          select e.package_code from plan_editions s join editions e on e.edition_id = s.edition_id where s.plan_id = p.plan_id
        )
      group by r.firm_id, r.package_code order by r.firm_id, r.package_code`,
  );
}
