import SQL from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { editionColumns, editionRowSchema } from './edition-repository.ts';
import { placementColumns, placementFacts } from './placement-repository.ts';

const truthSchema = z.object({ isTrue: z.boolean() });

/** Whether the session belongs to the firm. */
export async function isMember(tx: Transaction, firmId: string): Promise<boolean> {
  return (await one(tx, truthSchema, SQL`select ${firmId}::uuid = any (my_firm_ids()) as "isTrue"`)).isTrue;
}

/** Holds the edition of a placement of a firm that the session owns; false where there is none. */
export async function lockEditionOf(tx: Transaction, placementId: string): Promise<boolean> {
  return (await one(tx, truthSchema, SQL`select lock_edition_of(${placementId}) as "isTrue"`)).isTrue;
}

const ownRowSchema = z.object({
  ...placementFacts,
  edition: editionRowSchema,
  named: z.array(z.string()),
  ahead: z.int().nullable(),
});
export type OwnPlacementRow = z.infer<typeof ownRowSchema>;

/** The firm's places in editions, what is still to come of first. */
export async function listOwn(tx: Transaction, firmId: string): Promise<OwnPlacementRow[]> {
  const rows = await many(
    tx,
    z.object({ ...placementFacts, editionId: z.uuid(), named: z.array(z.string()), ahead: z.int().nullable() }),
    SQL`select ${placementColumns}, p.edition_id as "editionId",
        waiting_before(p.placement_id) as ahead,
        coalesce((select jsonb_agg(g.name) from group_members(p.edition_id) g), '[]') as named
      from placements p where p.firm_id = ${firmId}
      order by p.status in ('invited', 'placed', 'waiting') desc, p.created_at desc, p.placement_id`,
  );
  const editions = await many(
    tx,
    editionRowSchema,
    SQL`select ${editionColumns} from editions e join organisations o on o.organisation_id = e.organisation_id
      where e.edition_id = any (${rows.map(({ editionId }) => editionId)})`,
  );
  return rows.flatMap(({ editionId, ...row }) => {
    const edition = editions.find((each) => each.editionId === editionId);
    return edition === undefined ? [] : [{ ...row, edition }];
  });
}

const lockedRowSchema = z.object({ status: placementFacts.status, revision: z.int() });

export async function lockOwn(
  tx: Transaction,
  { firmId, placementId }: { firmId: string; placementId: string },
): Promise<z.infer<typeof lockedRowSchema> | undefined> {
  return maybeOne(
    tx,
    lockedRowSchema,
    SQL`select status, revision from placements where firm_id = ${firmId} and placement_id = ${placementId} for update`,
  );
}

const providerSchema = z.object({ code: z.string(), name: localisedTextSchema });

/** Providers with which the firm is in a group, or is asked into one, without letting itself be named there. */
export async function listUnnamedWith(tx: Transaction, firmId: string): Promise<z.infer<typeof providerSchema>[]> {
  return many(
    tx,
    providerSchema,
    SQL`select distinct o.code, o.name from placements p
      join organisations o on o.organisation_id = p.organisation_id
      where p.firm_id = ${firmId} and p.status in ('invited', 'placed') and not exists (
        select 1 from consents c where c.firm_id = p.firm_id and c.provider_code = o.code and c.purpose = 'cohort'
          and c.withdrawn_at is null
      )
      order by o.code`,
  );
}
