import SQL from '@nearform/sql';
import * as z from 'zod';
import { liveStatuses } from '#shared/domain/edition/placement-states.ts';
import { many } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

const livePlaceRowSchema = z.object({
  firmId: z.uuid(),
  editionId: z.uuid(),
  packageCode: z.string(),
  name: z.string().nullable(),
  status: z.enum(liveStatuses),
  startsOn: z.string(),
  endsOn: z.string(),
});
export type LivePlaceRow = z.infer<typeof livePlaceRowSchema>;

/** Where these firms are asked, take part or wait in editions of the organisation, the first to begin first. */
export async function listLivePlaces(
  tx: Transaction,
  { organisationId, firmIds }: { readonly organisationId: string; readonly firmIds: readonly string[] },
): Promise<LivePlaceRow[]> {
  return many(
    tx,
    livePlaceRowSchema,
    SQL`select p.firm_id as "firmId", p.edition_id as "editionId", p.package_code as "packageCode", e.name, p.status,
        e.starts_on::text as "startsOn", e.ends_on::text as "endsOn"
      from placements p join editions e on e.edition_id = p.edition_id
      where p.organisation_id = ${organisationId} and p.firm_id = any (${firmIds}::uuid[])
        and p.status = any (${[...liveStatuses]}::text[]) and e.status in ('open', 'confirmed')
      order by e.starts_on, p.placement_id`,
  );
}
