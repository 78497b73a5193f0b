import SQL from '@nearform/sql';
import * as z from 'zod';
import { placementReasons, placementStatuses } from '#shared/domain/edition/placement-states.ts';
import {
  branchSchema,
  countySchema,
  municipalityCodeSchema,
  sizeClassSchema,
} from '#shared/domain/firm/firm-profile.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { needSchema } from '#shared/domain/routing/routing.ts';
import { exec, many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const editionRowSchema = z.object({
  editionId: z.uuid(),
  packageCode: z.string(),
  name: z.string().nullable(),
  isOnline: z.boolean(),
  municipality: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  places: z.int(),
  minimumGroup: z.int(),
});
export type EditionRow = z.infer<typeof editionRowSchema>;

/** Those of the editions that the organisation gives and that take firms. */
export async function listOwnEditions(
  tx: Transaction,
  { organisationId, editionIds }: { organisationId: string; editionIds: readonly string[] },
): Promise<EditionRow[]> {
  return many(
    tx,
    editionRowSchema,
    SQL`select edition_id as "editionId", package_code as "packageCode", name, delivery = 'online' as "isOnline", municipality,
        latitude, longitude, to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn",
        places, minimum_group as "minimumGroup"
      from editions
      where organisation_id = ${organisationId} and organisation_id = any (my_organisation_ids('advisor', 'manager'))
        and edition_id = any (${editionIds}::uuid[])
        and status in ('open', 'confirmed')
      order by starts_on, edition_id`,
  );
}

const firmColumns = {
  firmId: z.uuid(),
  name: z.string().nullable(),
  isSimulated: z.boolean(),
  municipality: municipalityCodeSchema,
  county: z.union([countySchema, z.literal('outside')]),
  branch: branchSchema,
  sizeClass: sizeClassSchema,
};
export type FirmRow = z.infer<z.ZodObject<typeof firmColumns>>;

const needRowSchema = z.object({
  ...firmColumns,
  packageCode: z.string(),
  rank: z.int().nullable(),
  need: z.nullable(needSchema),
  askedAt: z.date().nullable(),
  ended: z.enum(referralStatuses).nullable(),
});
export type NeedRow = z.infer<typeof needRowSchema>;

/** Firms that share their results with the organisation and need one of the packages, once for each. */
export async function listNeeds(
  tx: Transaction,
  organisationId: string,
  packages: Readonly<Record<string, readonly string[]>>,
): Promise<NeedRow[]> {
  return many(
    tx,
    needRowSchema,
    SQL`select firm_id as "firmId", name, is_simulated as "isSimulated", municipality, county, branch,
        size_class as "sizeClass", package_code as "packageCode", rank, need, asked_at as "askedAt", ended
      from needs_for_plan(${organisationId}, ${JSON.stringify(packages)})`,
  );
}

const placementRowSchema = z.object({
  firmId: z.uuid(),
  editionId: z.uuid(),
  packageCode: z.string(),
  status: z.enum(placementStatuses),
  reason: z.enum(placementReasons).nullable(),
  revision: z.int(),
  statusSince: z.date(),
  waitingSince: z.date().nullable(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** Null where the firm does not share its results with the organisation. */
  facts: z.object(firmColumns).nullable(),
});
export type PlacementRow = z.infer<typeof placementRowSchema>;

/** Everything there has been between the organisation's editions and firms that let it in. */
export async function listPlacements(tx: Transaction, organisationId: string): Promise<PlacementRow[]> {
  return many(
    tx,
    placementRowSchema,
    SQL`select p.firm_id as "firmId", p.edition_id as "editionId", p.package_code as "packageCode", p.status, p.reason, p.revision,
        p.status_since as "statusSince", p.waiting_since as "waitingSince",
        to_char(e.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(e.ends_on, 'YYYY-MM-DD') as "endsOn",
        case when s.firm_id is not null then jsonb_build_object('firmId', f.firm_id, 'name', f.name,
          'isSimulated', f.is_simulated, 'municipality', s.municipality, 'county', s.county, 'branch', s.branch,
          'sizeClass', s.size_class) end as facts
      from placements p
      join editions e on e.edition_id = p.edition_id
      join organisations o on o.organisation_id = p.organisation_id
      left join consents c on c.firm_id = p.firm_id and c.purpose = 'result' and c.withdrawn_at is null
        and c.provider_code = o.code
      left join firm_summaries s on s.firm_id = c.firm_id
      left join firms f on f.firm_id = s.firm_id
      where p.organisation_id = ${organisationId}
      order by p.placement_id`,
  );
}

const countRowSchema = z.object({ count: z.int() });

/** Firms that have asked for one of the packages and do not share their results. */
export async function countUnshared(
  tx: Transaction,
  { organisationId, packages }: { organisationId: string; packages: readonly string[] },
): Promise<number> {
  const { count } = await one(
    tx,
    countRowSchema,
    SQL`select count(distinct r.firm_id)::integer as count from referrals r
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      where o.organisation_id = ${organisationId} and r.package_code = any (${packages}::text[])
        and r.status in ('chosen', 'accepted', 'started')
        and not exists (select 1 from consents c where c.firm_id = r.firm_id and c.purpose = 'result'
          and c.withdrawn_at is null and c.provider_code = o.code)`,
  );
  return count;
}

/** That these firms stood in a list of the organisation, with their facts. */
export async function insertListing(
  tx: Transaction,
  { firmIds, organisationId }: { firmIds: readonly string[]; organisationId: string },
): Promise<void> {
  await exec(tx, SQL`select note_listing(${firmIds}::uuid[], ${organisationId})`);
}
